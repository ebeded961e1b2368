import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type SqlAnswer =
  | { readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[]; readonly cut: boolean }
  | { readonly error: string }

const CHILD = fileURLToPath(new URL('./child.js', import.meta.url))
/** A question may take this long; the start of its process, which is bounded too, comes on top. */
export const LIMIT_MS = 1000
const START_MS = 10_000
/** Questions at the same time; the next one is told to come back. */
const AT_ONCE = 2

/** Asks the ledger at `path` in SQL: reading alone, one second, a thousand rows. Returns `busy` when too many ask. */
export function sqlAsker(path: string): (sql: string) => Promise<SqlAnswer | 'busy'> {
  let running = 0
  return async (sql) => {
    if (running >= AT_ONCE) return 'busy'
    running++
    try {
      return await ask(path, sql)
    } finally {
      running--
    }
  }
}

function ask(path: string, sql: string): Promise<SqlAnswer> {
  return new Promise((resolve) => {
    // Without any of our environment: the child needs nothing of it.
    const child = spawn(process.execPath, ['--max-old-space-size=256', CHILD], { stdio: ['pipe', 'pipe', 'ignore'], env: {} })
    const stop = (): boolean => child.kill('SIGKILL')
    let killer = setTimeout(stop, START_MS)
    const parts: Buffer[] = []
    // Its first byte says that it has started to work.
    child.stdout.once('data', () => {
      clearTimeout(killer)
      killer = setTimeout(stop, LIMIT_MS)
    })
    child.stdout.on('data', (part: Buffer) => void parts.push(part))
    child.on('error', () => resolve({ error: 'the process for the question could not be started' }))
    child.on('close', (_, signal) => {
      clearTimeout(killer)
      if (signal !== null) return resolve({ error: `the question took more than ${LIMIT_MS / 1000} s` })
      try {
        resolve(JSON.parse(Buffer.concat(parts).toString('utf8')) as SqlAnswer)
      } catch {
        resolve({ error: 'the question ended without an answer' })
      }
    })
    child.stdin.on('error', () => {})
    child.stdin.end(JSON.stringify({ path, sql }))
  })
}
