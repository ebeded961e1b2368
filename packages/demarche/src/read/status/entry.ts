import { uposAt, xposAt } from '../../doc/index.js'
import type { StatusEntry, Table } from './lexicon.js'
import { child, infinitive, introducer, isVerbal, lemmaAt, lower, type Read } from './syntax.js'

/** The entry of the governing word for the place where `i` stands. */
export function entryFor(table: Table, doc: Read, at: number, i: number, relation: string): StatusEntry | undefined {
  const takes = placesOf(doc, i, relation)
  if (takes.length === 0) return undefined
  for (const [kind, word] of keysOf(doc, at, i)) {
    const places = table[kind].get(word)
    if (!places) continue
    for (const take of takes) {
      const entry = places.get(take)
      if (entry) return entry
    }
  }
  // "called off the talks" with the particle taken for a preposition.
  return relation === 'obl' && isVerbal(doc, at) ? table.verb.get(`${lemmaAt(doc, at)}-${introducer(doc, i)}`)?.get('thing') : undefined
}

function placesOf(doc: Read, i: number, relation: string): readonly string[] {
  switch (relation) {
    case 'obj':
    case 'nsubj:pass':
      return ['thing']
    case 'nsubj':
      return ['subject']
    case 'obl':
    case 'nmod':
    case 'obl:agent':
      return [introducer(doc, i)]
    case 'ccomp':
    case 'csubj':
    case 'csubj:pass':
    case 'advcl':
    case 'xcomp':
    case 'acl':
      return clausePlacesOf(doc, i, relation)
    default:
      return []
  }
}

/** The same of a clause. */
function clausePlacesOf(doc: Read, i: number, relation: 'ccomp' | 'csubj' | 'csubj:pass' | 'advcl' | 'xcomp' | 'acl'): readonly string[] {
  const gerund = xposAt(doc.tags, i) === 'VBG'
  const to = infinitive(doc, i) >= 0
  switch (relation) {
    case 'ccomp':
    case 'csubj':
    case 'csubj:pass':
      return to ? ['to'] : gerund ? ['ing', introducer(doc, i), 'that'] : ['that']
    case 'advcl':
      return to ? ['to'] : gerund ? [introducer(doc, i)] : []
    case 'xcomp':
      return to ? ['to'] : gerund ? ['ing', introducer(doc, i)] : isVerbal(doc, i) ? ['to'] : []
    case 'acl':
      return to ? ['to'] : gerund ? ['ing', introducer(doc, i)] : introducer(doc, i) === 'that' ? ['that'] : []
  }
}

/** The names under which a word may stand in the table, the most exact first: with its particle, with its preposition, as written, as a lemma. */
function* keysOf(doc: Read, at: number, i: number): Generator<readonly ['verb' | 'noun' | 'adjective', string]> {
  const upos = uposAt(doc.tags, at)
  const kind = upos === 'VERB' || upos === 'AUX' ? 'verb' : upos === 'NOUN' || upos === 'PROPN' ? 'noun' : 'adjective'
  const lemma = lemmaAt(doc, at)
  if (kind === 'verb') {
    const particle = child(doc, at, 'compound:prt')
    const object = child(doc, at, 'obj')
    if (particle >= 0) yield [kind, `${lemma}-${lower(doc, particle)}`]
    // "have yet to pay" is another matter than "have to pay".
    if (at + 1 < doc.tokens.length && lower(doc, at + 1) === 'yet') yield [kind, `${lemma}-yet`]
    if (object >= 0 && object !== i) yield [kind, `${lemma}-${lemmaAt(doc, object)}`]
    yield [kind, lower(doc, at)]
  }
  yield [kind, lemma]
  if (kind === 'verb') yield ['adjective', lower(doc, at)]
}
