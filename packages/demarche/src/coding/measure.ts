import { deprelAt, dependents, type Filler, uposAt } from '../doc/index.js'
import type { Parties } from './party.js'

const MEASURES: ReadonlySet<string> = new Set([
  'number',
  'group',
  'dozen',
  'hundred',
  'thousand',
  'million',
  'score',
  'couple',
  'ton',
  'tonne',
  'series',
  'member',
  'pair',
  'majority',
  'crowd',
  'wave',
  'total',
  'half',
  'lot',
  'handful',
  'rest',
  'most',
  'many',
  'some',
  'part',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'batch',
  'team',
  'type',
  'kind',
  'billion',
  'round',
  'set',
  'spate',
  'string',
  'worth',
  'shipment',
  'consignment',
])

/** The phrase that a measure measures: "a number of **soldiers**". */
export function throughMeasure({ doc }: Parties, { head, how }: Filler): Filler | undefined {
  const lemma = doc.tags.lemma[head]!.toLowerCase()
  if (!MEASURES.has(lemma) && uposAt(doc.tags, head) !== 'NUM') return undefined
  for (const kid of dependents(doc.tree, head)) {
    if (deprelAt(doc.tree, kid) === 'nmod' && kid > head)
      return { head: kid, first: head + 1 < kid && doc.tags.lemma[head + 1] === 'of' ? head + 2 : kid, end: kid + 1, how }
  }
  return undefined
}
