import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { checkPackage, Package } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The packages as npm would publish them, laid into an empty folder with the dependencies that they name and no others, run the demo there.
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'demarche-pack-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const PACKAGES = ['demarche', 'english', 'cluster'] as const

function install(name: (typeof PACKAGES)[number]): void {
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: join(root, 'packages', name),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as [{ filename: string }]
  execFileSync('tar', ['xzf', join(folder, filename), '-C', folder])
  const {
    name: full,
    dependencies = {},
    optionalDependencies = {},
  } = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8')) as {
    name: string
    dependencies?: Record<string, string>
    optionalDependencies?: Record<string, string>
  }
  const home = join(folder, 'node_modules', full)
  mkdirSync(dirname(home), { recursive: true })
  renameSync(join(folder, 'package'), home)
  for (const dependency of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const to = join(folder, 'node_modules', dependency)
    // Where two packages want different versions, one of them has its own folder.
    const from = [join(root, 'packages', name, 'node_modules', dependency), join(root, 'node_modules', dependency)].find((it) =>
      existsSync(it),
    )
    if (dependency.startsWith('@demarche/') || dependency === 'demarche' || existsSync(to) || from === undefined) continue
    mkdirSync(dirname(to), { recursive: true })
    symlinkSync(from, to)
  }
}

beforeAll(() => PACKAGES.forEach(install), 120_000)

test('the demo runs from the packed packages in an empty folder', { timeout: 120_000 }, () => {
  const out = execFileSync(process.execPath, [join(folder, 'node_modules/demarche/bin/demarche.js'), 'demo', '--no-serve'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  expect(out).toMatch(/^The newest events, each with the words that say so\n {2}\d{4}-\d\d-\d\d /)
  expect(out).toMatch(/: \d+ events\n {2}\w+/)
})

test('the page and the sample articles are in the package, tests are not', () => {
  const dist = join(folder, 'node_modules/demarche/dist')
  const files = readdirSync(dist, { recursive: true }) as string[]
  expect(files).toContain(join('web', 'index.html'))
  expect(files.filter((name) => name.startsWith('examples') && name.endsWith('.jsonl')).length).toBeGreaterThan(3)
  expect(files.filter((name) => /\.test(\.suite)?\./.test(name))).toEqual([])
})

test('many machines: the packed command finds the packed cluster', () => {
  const said = execFileSync(process.execPath, ['-e', "import('@demarche/cluster').then((it) => console.log(Object.keys(it).length > 0))"], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(said).toBe('true\n')
})

// The two inspectors that the field uses: publint looks at entries, files and formats, attw at the types as each resolver finds them.
test.each(['demarche', '@demarche/english', '@demarche/cluster'])('%s passes publint and attw', { timeout: 120_000 }, async (name) => {
  const home = join(folder, 'node_modules', name)
  const { messages, pkg } = await publint({ pkgDir: home, pack: false, strict: true })
  expect(messages.map((it) => `${it.type}: ${formatMessage(it, pkg)}`)).toEqual([])
  const { types, problems } = await typesOf(home, name)
  expect(types).toMatchObject({ kind: 'included' })
  expect(problems).toEqual([])
})

/** Resolvers of the versions that `engines` names. Who resolves as Node 10 did, or requires a package of modules from CommonJS, is told so by Node itself. */
const OURS = new Set(['node16-esm', 'bundler'])

async function typesOf(home: string, name: string): Promise<{ types: unknown; problems: readonly object[] }> {
  const files = (readdirSync(home, { recursive: true }) as string[]).filter(
    (it) => /\.(?:[cm]?[jt]s|json)$/.test(it) && !it.startsWith('bundle'),
  )
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const texts = files.map((it) => [`/node_modules/${name}/${it}`, readFileSync(join(home, it), 'utf8')] as const)
  const found = await checkPackage(new Package(Object.fromEntries(texts), name, version))
  if (!found.types) return { types: 'none', problems: [] }
  // A problem is of one resolver, of one way of resolving, or of all.
  const concerns = (it: object): boolean =>
    'resolutionKind' in it ? OURS.has(String(it.resolutionKind)) : !('resolutionOption' in it) || it.resolutionOption !== 'node10'
  return { types: found.types, problems: found.problems.filter(concerns) }
}
