// The project's own labelled sentences (`training/sentences/*.txt`), in the format of `claim-lines.ts`.
import { readdirSync, readFileSync } from 'node:fs'
import { claimLines, type ToldClaim } from './claim-lines.js'

/** A sentence and the claims that a careful reader makes of it; none where nothing is told. */
export interface Labelled {
  readonly text: string
  readonly claims: readonly ToldClaim[]
}

/** Reads every sentence of a folder, or of its files of these names, by name of file and line. Throws where a line is not of the format. */
export function labelledSentences(folder: URL, names?: readonly string[]): Labelled[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && (names?.includes(name) ?? true))
    .toSorted()
    .flatMap((name) => claimLines(readFileSync(new URL(name, folder), 'utf8'), name))
}
