import { deprelAt, dependents, type Filler, uposAt } from '../doc/index.js'
import { codeOf } from '../world/index.js'
import { type Parties, type Party, sectorOf } from './party.js'

/** A party without an entry in the world: "the demonstrators", "Georgian villagers". Its country is that of the nationality, owner or place inside. */
export function nounParty(parties: Parties, { head, first: start, end: last, how }: Filler): Party {
  const { doc, actors } = parties
  const end = endWithOrigin(parties, head, last)
  const first = countryInside(parties, start, end) === undefined ? withNationality(parties, start) : start
  const inner = countryInside(parties, first, end)
  const country = inner === undefined ? undefined : codeOf(actors.get(doc.mentions[inner]!.actor ?? ''))
  const sector = sectorOf(parties, head)
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

const ORIGINS: ReadonlySet<string> = new Set(['from', 'of', 'in'])

/** The end of a phrase with the *from* or *in* that tells whose people they are: "refugees **from Mali**". */
export function endWithOrigin({ doc }: Parties, head: number, end: number): number {
  for (const kid of dependents(doc.tree, head)) {
    if (kid < head || deprelAt(doc.tree, kid) !== 'nmod' || uposAt(doc.tags, kid) !== 'PROPN') continue
    if (ORIGINS.has(doc.tags.lemma[kid - 1] ?? '')) return Math.max(end, kid + 1)
  }
  return end
}

/** The first mention inside a stretch of tokens whose actor is of a country: of "NATO-member Norway" that is Norway. */
function countryInside({ doc, mentionAt, actors }: Parties, first: number, end: number): number | undefined {
  for (let i = first; i < end; i++) {
    const m = mentionAt[i]!
    if (m >= 0 && actors.get(doc.mentions[m]!.actor ?? '')?.country !== undefined) return m
  }
  return undefined
}

/** The start of a phrase with the nationality right before it that the tree hung elsewhere: "**U.S.** official", "**Kurdish** separatist". */
function withNationality({ doc, mentionAt, range, actors }: Parties, first: number): number {
  const m = first > 0 ? mentionAt[first - 1]! : -1
  if (m < 0 || actors.get(doc.mentions[m]!.actor ?? '')?.country === undefined) return first
  const { kind, span } = doc.mentions[m]!
  const relation = deprelAt(doc.tree, first - 1)
  const name = doc.text.slice(span.from, span.to)
  const leads = kind === 'nationality' || (kind === 'name' && /^(?:[A-Z]\.?){2,3}$/.test(name) && !/obj|nsubj|obl|nmod/.test(relation))
  return leads && doc.tokens.sentence[first - 1] === doc.tokens.sentence[first] ? range[m]!.first : first
}
