import { logBeside, type Opinion, published } from '../opinion/index.js'
import type { EventRow } from '../spec/index.js'
import { isAddress } from './cluster.js'
import { Usage } from './exit.js'

/** The log of opinions that is meant; a ledger at an address has no place beside it. `option` is what names another. */
export function opinionLog(db: string, log: string | undefined, option: string): string {
  if (log === undefined && isAddress(db)) throw new Usage(`${option} FILE is needed: a ledger at an address has no file beside it`)
  return log ?? logBeside(db)
}

/** The opinions of the claims of a release as a file of it, in the order of the log. */
export function opinionsFile(events: readonly EventRow[], log: readonly Opinion[]): { name: string; content: string[] } {
  const told = new Set(events.flatMap(({ claims }) => claims.map(({ id, document }) => `${document}\n${id}`)))
  const lines = log.filter(({ document, claim }) => told.has(`${document}\n${claim}`)).map((it) => `${JSON.stringify(published(it))}\n`)
  return { name: 'opinions.jsonl', content: lines }
}
