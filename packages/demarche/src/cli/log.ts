import type { WorkLog } from '../work/index.js'
import { cluster } from './cluster.js'
import { Usage } from './exit.js'

/** The option of commands with a log of work. */
export const logArgs = {
  log: { type: 'string', description: 'the log of work: nats://host:4222, nats://user:password@a,b/name?replicas=3', valueHint: 'URL' },
} as const

/** Calls work with an open log and closes it whatever happens. */
export async function withLog<T>(url: string | undefined, work: (log: WorkLog) => Promise<T>): Promise<T> {
  if (url === undefined) throw new Usage('--log is needed: the address of the log of work, such as nats://127.0.0.1:4222')
  const log = await (await cluster()).openJetStream({ url })
  try {
    return await work(log)
  } finally {
    await log.close()
  }
}

/** Writes lines of a worker's own log to standard error: JSON, one object a line. */
export function jsonLines(name: string, now: () => Date): (event: string, more?: Readonly<Record<string, unknown>>) => void {
  return (event, more = {}) => {
    const level = /fail|unknown|buried|given-back|slow/.test(event) ? 'warn' : 'info'
    process.stderr.write(`${JSON.stringify({ at: now().toISOString(), level, event, worker: name, ...more })}\n`)
  }
}
