import { deprelAt, dependents, type Filler, uposAt } from '../doc/index.js'
import { nounParty } from './noun-party.js'
import { longName, partiesIn, partyOf } from './parties-in.js'
import type { Parties, Party, Read } from './party.js'

/** Pronouns that stand for somebody. */
export const PERSONAL: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it', 'we', 'i'])

/** Whom a pronoun means: the name of the same actor before it in the sentence, else the subject of the saying it stands under ("Syria says **it** will"). */
export function pronounParty(parties: Parties, it: Filler, at: number): Party[] {
  const { doc, standing } = parties
  const actor = at >= 0 ? doc.mentions[at]!.actor : undefined
  const { first } = doc.sentences[doc.tokens.sentence[it.head]!]!.tokens
  if (actor !== undefined) {
    const named = standing
      .mentionsIn({ first, end: it.head })
      .findLast((m) => doc.mentions[m]!.actor === actor && doc.mentions[m]!.kind !== 'pronoun')
    return [partyOf(parties, longName(parties, named ?? at), it)]
  }
  const verb = doc.tree.head[it.head]!
  const above = verb >= 0 && /^(ccomp|advcl|conj|parataxis)/.test(deprelAt(doc.tree, verb)) ? doc.tree.head[verb]! : -1
  for (const kid of above < 0 ? [] : dependents(doc.tree, above)) {
    if (deprelAt(doc.tree, kid) !== 'nsubj' || uposAt(doc.tags, kid) === 'PRON') continue
    return partiesIn(parties, { head: kid, ...stretch(doc, kid), how: 'pronoun' })
  }
  if (doc.tags.lemma[it.head] === 'it') return []
  return at >= 0 ? [partyOf(parties, at, it)] : [nounParty(parties, { ...it, first: it.head, end: it.head + 1 })]
}

/** A head with what stands before it in its own phrase. */
function stretch({ tree }: Read, head: number): { first: number; end: number } {
  let first = head
  for (const kid of dependents(tree, head)) if (kid < first && /^(det|amod|compound|nmod:poss|flat)/.test(deprelAt(tree, kid))) first = kid
  return { first, end: head + 1 }
}
