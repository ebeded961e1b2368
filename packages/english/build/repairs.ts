import { REPAIR_LISTS, type RepairLexicon } from 'demarche/read/tree'
import { badRow, readTsv } from './tsv.js'

/** Compiles `lexicon/repairs.tsv`. Throws a `Problem` for an unknown list, for one that stands twice or is missing, and for a word twice in one list. */
export function buildRepairs(sources: URL): RepairLexicon {
  const file = new URL('lexicon/repairs.tsv', sources)
  const lists = new Map<string, readonly string[]>()
  let last = 1
  for (const { line, cells } of readTsv(file, 2)) {
    const [name, text] = cells as [string, string]
    if (!(REPAIR_LISTS as readonly string[]).includes(name))
      throw badRow(file, line, `has the unknown list “${name}”; there are ${REPAIR_LISTS.join(', ')}`)
    if (lists.has(name)) throw badRow(file, line, `gives the list “${name}” a second time`)
    const words = text.split(' ')
    const twice = words.find((word, i) => word === '' || words.indexOf(word) < i)
    if (twice !== undefined) throw badRow(file, line, `gives “${twice}” a second time`)
    lists.set(name, words)
    last = line
  }
  const missing = REPAIR_LISTS.find((name) => !lists.has(name))
  if (missing !== undefined) throw badRow(file, last, `is the last, and there is no list “${missing}”`)
  return Object.fromEntries(lists) as unknown as RepairLexicon
}
