import { jsonPart } from '../../../text/index.js'

/** The lists of `lexicon/repairs.tsv`, by which repairs know what a word does. */
export const REPAIR_LISTS = [
  'said-at-the-end',
  'said-after-a-quotation',
  'told-beside',
  'drawn-on',
  'gerund-of',
  'gerund-for',
  'gerund-from',
  'gerund-against',
  'sent',
  'seated',
  'held',
  'moving',
  'times',
] as const
type List = (typeof REPAIR_LISTS)[number]

/** The part `repairs` of the language bundle. */
export type RepairLexicon = Readonly<Record<List, readonly string[]>>
export type RepairWords = Readonly<Record<List, ReadonlySet<string>>>

/** Reads the lists from the bundle of a language. Throws a `Problem` when they are missing. */
export function repairWords(bundle: URL): RepairWords {
  const lexicon = jsonPart(bundle, 'repairs') as RepairLexicon
  return Object.fromEntries(REPAIR_LISTS.map((list) => [list, new Set(lexicon[list])])) as unknown as RepairWords
}
