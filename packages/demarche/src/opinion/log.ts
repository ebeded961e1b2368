import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { type Opinion, readOpinion } from './opinion.js'

/** The log of a ledger in a file: it lies beside it. */
export const logBeside = (ledger: string): string => `${ledger}.opinions.jsonl`

/** All opinions of a log, in the order in which they were asked; none where there is no log. Throws a `Problem` with the line of a bad one. */
export function readLog(path: string): Opinion[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [readOpinion(line, `${path}, line ${i + 1}`)]))
}

/** Adds one line; the log is only added to. */
export function appendOpinion(path: string, opinion: Opinion): void {
  appendFileSync(path, `${JSON.stringify(opinion)}\n`)
}
