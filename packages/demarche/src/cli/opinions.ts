import { statSync } from 'node:fs'
import { logBeside, type Opinion, published, readLog } from '../opinion/index.js'
import type { ModelOpinion } from '../serve/index.js'
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

/** The option of every command that shows opinions. */
export const opinionArgs = {
  'opinions-log': {
    type: 'string',
    description: 'the log of opinions of language models; beside the ledger, as PATH.opinions.jsonl, unless given',
    valueHint: 'FILE',
  },
} as const

/** The opinions of a log, without the words of articles; read again when the log has changed. None where there is no log. */
export function opinionsIn({
  db,
  'opinions-log': given,
}: {
  readonly db: string
  readonly 'opinions-log'?: string | undefined
}): () => readonly ModelOpinion[] {
  const path = given ?? (isAddress(db) ? undefined : logBeside(db))
  let last: { readonly state: string; readonly all: readonly ModelOpinion[] } | undefined
  return () => {
    const { mtimeMs, size } = (path === undefined ? undefined : statSync(path, { throwIfNoEntry: false })) ?? { mtimeMs: 0, size: 0 }
    const state = `${mtimeMs} ${size}`
    if (last?.state !== state) last = { state, all: size === 0 ? [] : readLog(path!).map(published) }
    return last.all
  }
}
