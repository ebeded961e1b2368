import { KINDS, type Effect, type StatusEntry, type StatusLexicon } from 'demarche/read/status'
import { badRow, readTsv } from './tsv.js'

const EFFECTS: readonly string[] = ['actual', 'future', 'hypothetical', 'negated', 'same'] satisfies Effect[]

/** Compiles `lexicon/status.tsv`. Throws a `Problem` for an unknown kind or effect, and for a word that stands twice for one place. */
export function buildStatus(sources: URL): StatusLexicon {
  const file = new URL('lexicon/status.tsv', sources)
  const lexicon: Record<string, Record<string, StatusEntry[]>> = Object.fromEntries(KINDS.map((kind) => [kind, {}]))
  for (const { line, cells } of readTsv(file, 6)) {
    const [word, kind, takes, holds, not, why] = cells as [string, string, string, string, string, string]
    const words = lexicon[kind]
    if (!words) throw badRow(file, line, `has the unknown kind “${kind}”`)
    for (const it of [holds, not]) if (!EFFECTS.includes(it)) throw badRow(file, line, `has the unknown effect “${it}”`)
    const entry: StatusEntry = { takes: takes.split(' '), holds: holds as Effect, not: not as Effect, why }
    const entries = (words[word] ??= [])
    const twice = entry.takes.find((take) => entries.some((it) => it.takes.includes(take)))
    if (twice !== undefined) throw badRow(file, line, `gives “${word}” with “${twice}” a second time`)
    entries.push(entry)
  }
  return lexicon as unknown as StatusLexicon
}
