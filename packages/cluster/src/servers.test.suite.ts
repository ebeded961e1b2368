import { execFileSync, spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

// Real servers for tests: PostgreSQL and nats-server as the system has them, on free ports, in folders of their own.

/** A server of a test. `kill` ends it as a power cut of its process would; `start` starts it again on the same data. */
export interface Server {
  readonly url: string
  /** The process, as long as it is not killed. */
  pid(): number
  start(): Promise<void>
  kill(): Promise<void>
  stop(): Promise<void>
}

const onPath = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(':')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))

const POSTGRES = '/usr/lib/postgresql'
const versions = existsSync(POSTGRES) ? readdirSync(POSTGRES).filter((it) => Number(it) >= 15) : []
const postgresBin = versions.length > 0 ? join(POSTGRES, versions.toSorted((a, b) => Number(b) - Number(a))[0]!, 'bin') : undefined
const natsBin = onPath('nats-server')

/** Why tests with these servers cannot run here; undefined when they can. */
export const withoutPostgres =
  postgresBin === undefined ? 'PostgreSQL 15 or newer is not installed (apt-get install postgresql)' : undefined
export const withoutNats = natsBin === undefined ? 'nats-server is not installed (apt-get install nats-server)' : undefined

const chdb = fileURLToPath(new URL('../../../out/chdb/node_modules/chdb', import.meta.url))
/** The address of a ClickHouse server to test with, in place of its engine. */
const clickhouse = process.env['CLICKHOUSE_URL']
export const withoutClickHouse =
  clickhouse === undefined && !existsSync(chdb)
    ? 'chdb is not installed (npm install --prefix out/chdb --no-save chdb@3.4.0), and CLICKHOUSE_URL names no server'
    : undefined

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

// PostgreSQL refuses to run as root: then it runs as the user that its package made.
function postgresUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((it) => {
      try {
        return (
          /^\d+$/.test(it) &&
          Number(
            readFileSync(`/proc/${it}/stat`, 'utf8')
              .replace(/^.*\) /, '')
              .split(' ')[1],
          ) === pid
        )
      } catch {
        return false
      }
    })
    .map(Number)

function lives(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z')
  } catch {
    return false
  }
}

/** Asks again every few milliseconds until the answer is yes; half a minute is enough for any server to start or end. */
async function until(what: string, yes: () => boolean | Promise<boolean>, every = 25): Promise<void> {
  const deadline = performance.now() + 30_000
  while (!(await yes())) {
    if (performance.now() > deadline) throw new Error(`${what} took longer than half a minute`)
    await pause(every)
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const end = (answer: boolean): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.setTimeout(1000, () => end(false))
  })

/** What there is to know of a kind of server. `folder` is its own, and `port` free. */
interface Kind {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly options: SpawnOptions
  readonly port: number
  readonly folder: string
  readonly url: string
  /** What must hold besides its port. */
  readonly isUp?: () => boolean
}

async function started({ name, command, args, options, port, folder, url, isUp }: Kind): Promise<Server> {
  let child: ChildProcess
  const start = async (): Promise<void> => {
    child = spawn(command, args, options)
    await until(`${name}: its start`, async () => (await answers(port)) && (isUp?.() ?? true))
  }
  const kill = async (): Promise<void> => {
    // The processes of PostgreSQL would outlive it for a moment and keep its memory.
    // A number may be given to another process meanwhile: then the wait is in vain, and says so.
    const all = [child.pid!, ...childrenOf(child.pid!)]
    for (const pid of all)
      try {
        process.kill(pid, 'SIGKILL')
      } catch {}
    await until(`${name}: its end`, () => !all.some(lives), 5)
  }
  await start()
  return {
    url,
    pid: () => child.pid!,
    start,
    kill,
    async stop() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const folderOf = (name: string): string => mkdtempSync(join(tmpdir(), `demarche-${name}-`))

/** A fresh PostgreSQL. */
export async function startPostgres(): Promise<Server> {
  const folder = folderOf('postgres')
  const user = postgresUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const port = await freePort()
  const data = join(folder, 'data')
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const options = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C' }, stdio: 'ignore' as const }
  execFileSync(
    join(postgresBin!, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    options,
  )
  const args = ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1', '-c', 'max_connections=200', '-c', 'shared_buffers=64MB']
  const isUp = (): boolean => spawnSync(join(postgresBin!, 'pg_isready'), ['-q', '-d', url], { stdio: 'ignore' }).status === 0
  return started({ name: 'PostgreSQL', command: join(postgresBin!, 'postgres'), args, options, port, folder, url, isUp })
}

const natsAt = (port: number, folder: string, more = ''): Kind => {
  const config = join(folder, 'nats.conf')
  writeFileSync(config, `listen: "127.0.0.1:${port}"\njetstream { store_dir: "${folder}/data", max_mem: 64MB, max_file: 1GB }\n${more}`)
  const url = `nats://127.0.0.1:${port}`
  return { name: 'nats-server', command: natsBin!, args: ['-c', config], options: { stdio: 'ignore' }, port, folder, url }
}

/** A fresh nats-server with JetStream. */
export const startNats = async (): Promise<Server> => started(natsAt(await freePort(), folderOf('nats')))

/** So many fresh servers as one cluster of NATS. */
export async function startNatsCluster(count: number): Promise<Server[]> {
  const ports = await Promise.all(Array.from({ length: count }, async () => ({ own: await freePort(), route: await freePort() })))
  const routes = ports.map(({ route }) => `nats://127.0.0.1:${route}`).join(', ')
  return Promise.all(
    ports.map(({ own, route }, i) =>
      started(
        natsAt(own, folderOf('nats'), `server_name: n${i}\ncluster { name: test, listen: "127.0.0.1:${route}", routes: [${routes}] }\n`),
      ),
    ),
  )
}

/** A fresh ClickHouse: its engine behind its HTTP interface, in a process of its own; or the server that `CLICKHOUSE_URL` names, which is not killed. */
export async function startClickHouse(): Promise<Server> {
  const none = async (): Promise<void> => {}
  if (clickhouse !== undefined) return { url: clickhouse.replace(/\/$/, ''), pid: () => 0, start: none, kill: none, stop: none }
  const folder = folderOf('clickhouse')
  const port = await freePort()
  const front = fileURLToPath(new URL('../proof/clickhouse.mjs', import.meta.url))
  return started({
    name: 'ClickHouse',
    command: process.execPath,
    args: [front, String(port), folder],
    options: { stdio: ['ignore', 'ignore', 'inherit'] },
    port,
    folder,
    url: `clickhouse://127.0.0.1:${port}`,
  })
}
