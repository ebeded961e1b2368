import { deprelAt, dependents, type Filler, uposAt } from '../doc/index.js'
import { codeOf } from '../world/index.js'
import { type Parties, type Party, sectorOf } from './party.js'

/** A party without an entry in the world: "the demonstrators", "Georgian villagers". Its country is that of the nationality, owner or place inside. */
export function nounParty(parties: Parties, { head, first, end: last, how }: Filler): Party {
  const { doc, actors } = parties
  const end = endWithOrigin(parties, head, last)
  const inner = innerMention(parties, first, end)
  const actor = inner === undefined ? undefined : actors.get(doc.mentions[inner]!.actor ?? '')
  const sector = sectorOf(parties, head)
  const country = codeOf(actor)
  return {
    span: { from: doc.tokens.start[first]!, to: doc.tokens.end[end - 1]! },
    head,
    first,
    end,
    kind: 'noun',
    how,
    ...(country !== undefined && { country }),
    ...(sector !== undefined && { sector }),
  }
}

/** The end of a phrase with the *from* or *in* that tells whose people they are. */
function endWithOrigin({ doc }: Parties, head: number, end: number): number {
  for (const kid of dependents(doc.tree, head)) {
    if (kid < head || deprelAt(doc.tree, kid) !== 'nmod' || uposAt(doc.tags, kid) !== 'PROPN') continue
    if (['from', 'of', 'in'].includes(doc.tags.lemma[kid - 1] ?? '')) return Math.max(end, kid + 1)
  }
  return end
}

function innerMention({ doc, mentionAt }: Parties, first: number, end: number): number | undefined {
  for (let i = first; i < end; i++) if (mentionAt[i]! >= 0 && doc.mentions[mentionAt[i]!]!.actor !== undefined) return mentionAt[i]!
  return undefined
}
