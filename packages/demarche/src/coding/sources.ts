import { type Act, deprelAt, dependents, type Filler, PREPOSITION_ROLES } from '../doc/index.js'
import type { Parties, Party } from './party.js'
import { partiesIn } from './parties-in.js'
import type { Source } from './rule.js'
import { overlaps } from '../text/index.js'
import { sharePhrase, sidesOf } from './pairs.js'
import { withInside } from './test.js'

const POST: ReadonlySet<string> = new Set(['to', 'in', 'at'])
const TARGET: ReadonlySet<string> = new Set(['against', 'on', 'to', 'with', 'for', 'at', 'over', 'into'])
const SIDES: ReadonlySet<string> = new Set(['between', 'with'])
/** "a proposal **by** France", "a call **from** Congress", "the claims **of** Peru". */
const OWNING: ReadonlySet<string> = new Set(['by', 'from', 'of'])
const PART: ReadonlySet<string> = new Set(['of', 'in'])

/** What narrows the choice among sources. */
export interface Choice {
  /** Parties that have their place already: a source that gives only these is passed by. */
  readonly taken?: readonly Party[]
  /** Whether a party says little about who it is; a later source that says more then wins. */
  readonly isWeak?: (party: Party) => boolean
}

/** The participants that a list of sources gives: the first source that is filled wins. `inner` is the act inside, for `ROLE-of content`. */
export function drawn(
  parties: Parties,
  act: Act,
  bound: Readonly<Record<string, readonly Filler[]>>,
  sources: readonly Source[],
  inner?: Act,
  { taken = [], isWeak = () => false }: Choice = {},
): Party[] {
  let weak: Party[] = []
  for (const source of sources) {
    const found = without(drawnFrom(parties, act, bound, source, inner), taken)
    if (found.length === 0) continue
    if (!found.every(isWeak)) return found
    if (weak.length === 0) weak = found
  }
  return weak
}

export function drawnFrom(
  parties: Parties,
  act: Act,
  bound: Readonly<Record<string, readonly Filler[]>>,
  { how, role }: Source,
  inner?: Act,
): Party[] {
  if (how !== undefined && role === 'content') return inner ? fillersParties(parties, inner.roles[how.slice(0, -3)] ?? []) : []
  const fillers =
    bound[role] ?? act.roles[role] ?? (role === 'act' ? [{ head: act.head, first: act.head, end: act.head + 1, how: 'act' }] : [])
  if (how === undefined) return fillersParties(parties, fillers)
  return fillers.flatMap((it) => inside(parties, it, how))
}

const fillersParties = (parties: Parties, fillers: readonly Filler[]): Party[] => unique(fillers.flatMap((it) => withInside(parties, it)))

export function unique(found: readonly Party[]): Party[] {
  return found.filter(
    (party, i) =>
      !found
        .slice(0, i)
        .some(
          (other) =>
            (other.span.from === party.span.from && !sharePhrase(other, party)) ||
            (party.actor !== undefined && other.actor === party.actor),
        ),
  )
}

/** All parties but some: those that share characters or an actor with one of them. */
export const without = (all: readonly Party[], some: readonly Party[]): Party[] =>
  all.filter(
    (party) =>
      !some.some(
        (other) =>
          (overlaps(other.span, party.span) && !sharePhrase(other, party)) || (party.actor !== undefined && party.actor === other.actor),
      ),
  )

/** Steps into a phrase: its owner, its post, its target, its whole. */
function inside(parties: Parties, it: Filler, how: string): Party[] {
  const { doc } = parties
  if (how === 'sides-of') {
    const named = prepositional(parties, it.head, SIDES)
    return named.length > 1 ? named : sidesOf(parties, it)
  }
  const wanted = how === 'target-of' ? TARGET : how === 'part-of' ? PART : undefined
  if (how === 'post-of') return postOf(parties, it.head)
  if (wanted) return prepositional(parties, it.head, wanted)
  const found: Party[] = []
  for (const kid of dependents(doc.tree, it.head)) {
    const relation = deprelAt(doc.tree, kid)
    if (relation === 'nmod:poss' || ((relation === 'amod' || relation === 'compound') && parties.mentionAt[kid]! >= 0))
      found.push(...partiesIn(parties, one(kid)))
  }
  if (found.length > 0) return found
  // A mention may hold the whole phrase ("Belarusian ambassador"): the nationality inside it.
  for (let i = it.first; i < it.head; i++)
    if (parties.mentionAt[i]! >= 0 && parties.mentionAt[i] !== parties.mentionAt[it.head]) return partiesIn(parties, one(i))
  const of = prepositional(parties, it.head, OWNING)
  if (of.length > 0) return of
  return parties.mentionAt[it.head]! >= 0 ? partiesIn(parties, it).filter(({ country }) => country !== undefined) : []
}

// "the ambassador of Norway to Peru": what is read as Norway's is the ambassador's, for a sender is to nobody.
function postOf(parties: Parties, head: number): Party[] {
  const { tree } = parties.doc
  const own = prepositional(parties, head, POST)
  return own.length > 0
    ? own
    : [...dependents(tree, head)].flatMap((kid) => (deprelAt(tree, kid) === 'nmod' ? prepositional(parties, kid, TO) : []))
}

const TO: ReadonlySet<string> = new Set(['to'])

function prepositional(parties: Parties, head: number, wanted: ReadonlySet<string>): Party[] {
  const { tree, tags } = parties.doc
  for (const kid of dependents(tree, head)) {
    if (!deprelAt(tree, kid).startsWith('nmod')) continue
    for (const mark of dependents(tree, kid)) {
      if (deprelAt(tree, mark) !== 'case' || !wanted.has(PREPOSITION_ROLES[tags.lemma[mark]!] ?? '')) continue
      const found = [kid, ...dependents(tree, kid)]
        .filter((it) => it === kid || (deprelAt(tree, it) === 'conj' && it > kid))
        .flatMap((it) => withInside(parties, one(it)))
      if (found.length > 0) return unique(found)
    }
  }
  return []
}

const one = (i: number): Filler => ({ head: i, first: i, end: i + 1, how: 'inside' })
