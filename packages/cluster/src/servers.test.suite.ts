import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
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

async function answering(port: number, what: string): Promise<void> {
  for (let i = 0; i < 400; i++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true))
      socket.on('error', () => resolve(false))
      socket.on('close', () => resolve(false))
      setTimeout(() => socket.destroy(), 1000).unref()
    })
    if (open) return
    await pause(25)
  }
  throw new Error(`${what} does not answer on port ${port}`)
}

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()))

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

/** A fresh PostgreSQL. */
export async function startPostgres(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-postgres-'))
  const user = postgresUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const port = await freePort()
  const data = join(folder, 'data')
  const options = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C' }, stdio: 'ignore' as const }
  execFileSync(
    join(postgresBin!, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    options,
  )
  let child: ChildProcess
  const start = async (): Promise<void> => {
    child = spawn(
      join(postgresBin!, 'postgres'),
      ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1', '-c', 'max_connections=200', '-c', 'shared_buffers=64MB'],
      options,
    )
    await answering(port, 'PostgreSQL')
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`
    for (let i = 0; ; i++) {
      try {
        execFileSync(join(postgresBin!, 'pg_isready'), ['-q', '-d', url], { stdio: 'ignore' })
        return
      } catch (error) {
        if (i > 400) throw error
        await pause(25)
      }
    }
  }
  await start()
  const kill = async (): Promise<void> => {
    // Its processes would outlive it for a moment and keep its memory.
    const all = [child.pid!, ...childrenOf(child.pid!)]
    for (const pid of all)
      try {
        process.kill(pid, 'SIGKILL')
      } catch {}
    await ended(child)
    // A number may have been given to another process meanwhile: hence no longer than two seconds.
    for (let i = 0; i < 400 && all.some(lives); i++) await pause(5)
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    pid: () => child.pid!,
    start,
    kill,
    async stop() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A fresh nats-server with JetStream. */
export async function startNats(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-nats-'))
  const port = await freePort()
  const config = join(folder, 'nats.conf')
  writeFileSync(config, `listen: "127.0.0.1:${port}"\njetstream { store_dir: "${folder}/data", max_mem: 64MB, max_file: 1GB }\n`)
  let child: ChildProcess
  const start = async (): Promise<void> => {
    child = spawn(natsBin!, ['-c', config], { stdio: 'ignore' })
    await answering(port, 'nats-server')
  }
  await start()
  return {
    url: `nats://127.0.0.1:${port}`,
    pid: () => child.pid!,
    start,
    async kill() {
      child.kill('SIGKILL')
      await ended(child)
    },
    async stop() {
      child.kill('SIGTERM')
      await ended(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A fresh ClickHouse: its engine behind its HTTP interface, in a process of its own; or the server that `CLICKHOUSE_URL` names, which is not killed. */
export async function startClickHouse(): Promise<Server> {
  const none = async (): Promise<void> => {}
  if (clickhouse !== undefined) return { url: clickhouse.replace(/\/$/, ''), pid: () => 0, start: none, kill: none, stop: none }
  const folder = mkdtempSync(join(tmpdir(), 'demarche-clickhouse-'))
  const port = await freePort()
  let child: ChildProcess
  const start = async (): Promise<void> => {
    const front = fileURLToPath(new URL('../proof/clickhouse.mjs', import.meta.url))
    child = spawn(process.execPath, [front, String(port), folder], { stdio: ['ignore', 'ignore', 'inherit'] })
    await answering(port, 'ClickHouse')
  }
  await start()
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended(child)
  }
  return {
    url: `clickhouse://127.0.0.1:${port}`,
    pid: () => child.pid!,
    start,
    kill,
    async stop() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
