import { type Act, dependents, deprelAt, type Filler, uposAt } from '../doc/index.js'
import { conjunct } from './joined.js'
import { partiesIn } from './parties-in.js'
import { isPeople, type Party } from './party.js'
import { unique, without } from './sources.js'
import { withinTold } from './told.js'
import { withInside, type Scene } from './test.js'

/** The nearest party before (or after) an act in its sentence, where the tree names none. */
export function byOrder({ parties }: Scene, { head, carrier, voice, form }: Act, step: 1 | -1, taken: readonly Party[]): Party | undefined {
  if (step < 0 && voice === 'passive') return undefined
  const { doc, mentionAt, told } = parties
  const { first, end } = withinTold(doc, told, head)
  const from = step < 0 ? Math.min(head, carrier?.head ?? head) : head
  for (let i = from + step; i >= first && i < end; i += step) {
    if ((mentionAt[i]! < 0 && form === 'noun') || isDateline(doc, i)) continue
    const found = withInside(parties, { head: i, first: i, end: i + 1, how: 'order' } satisfies Filler)
    const free = without(found, taken)
    if (free.length > 0 && free[0]!.kind !== 'pronoun') return { ...free[0]!, how: 'order' }
  }
  return undefined
}

const NEAR: readonly string[] = [
  'theme',
  'recipient',
  'to',
  'with',
  'against',
  'on',
  'from',
  'for',
  'of',
  'over',
  'into',
  'at',
  'about',
  'in',
]
const AFTER = 25

/** Whether a party that nothing but its nearness speaks for is a name, of a country, or a noun for people: "missiles" and "the bridge" are not. */
const isSomebody = ({ parties }: Scene, { kind, country, sector, head }: Party): boolean =>
  kind !== 'noun' || country !== undefined || sector !== undefined || isPeople(parties, head)

/** "recalled **its** ambassador": a party of the actor's own, which nothing but its nearness would make the one that the act befalls. */
function isOwn({ parties: { doc } }: Scene, { head, country }: Party, taken: readonly Party[]): boolean {
  const isOwned = (it: number): boolean =>
    dependents(doc.tree, it).some((kid) => deprelAt(doc.tree, kid) === 'nmod:poss' && uposAt(doc.tags, kid) === 'PRON')
  // "its ambassador and consulate staff".
  if (country === undefined) return deprelAt(doc.tree, head) === 'conj' && isOwned(doc.tree.head[head]!)
  return taken.some((it) => it.country === country) && isOwned(head)
}

/** Whom an act touches where no role of its rule says so: a party in any of its phrases, in the act it is about, else the next name after it in the sentence. */
export function nearRecipients(scene: Scene, act: Act, about: Act | undefined, taken: readonly Party[]): Party[] {
  let own = false
  for (const roles of [act.roles, ...(about ? [about.roles] : [])]) {
    for (const role of NEAR) {
      const all = (roles[role] ?? []).flatMap((it) => withInside(scene.parties, it))
      const found = without(all, taken).filter((party) => party.kind !== 'pronoun' && isSomebody(scene, party))
      const others = found.filter((party) => !isOwn(scene, party, taken))
      if (others.length > 0) return unique(others).map((party) => ({ ...party, how: 'near' }))
      own ||= found.length > 0
    }
  }
  // "strengthened **its** forces, speaking of Iranian plans": who acts on his own acts on nobody who is named elsewhere.
  if (own) return []
  const { doc, mentionAt, told } = scene.parties
  const { end } = withinTold(doc, told, act.head)
  // "condemned the coup and recalled its ambassador": what the second verb has is not the first one's.
  const last = conjunct(doc, act.carrier?.head ?? act.head).end
  for (let i = act.head + 1; i < Math.min(end, last, act.head + AFTER); i++) {
    const m = mentionAt[i]!
    if (
      m < 0 ||
      doc.mentions[m]!.actor === undefined ||
      doc.mentions[m]!.kind === 'pronoun' ||
      isTeller(doc, i) ||
      isBeside(doc, i, act.head) ||
      doc.text[doc.mentions[m]!.span.from - 1] === '('
    )
      continue
    const free = without(partiesIn(scene.parties, { head: i, first: i, end: i + 1, how: 'order' }), taken).filter(
      ({ country, actor }) =>
        country === undefined ||
        !taken.some((it) => it.country === country && !(isState(it.actor) && isState(actor) && it.actor !== actor)),
    )
    if (free.length > 0) return free
  }
  const before = byOrder(scene, act, -1, taken)
  return before && before.kind !== 'noun' && act.form === 'noun' ? [before] : []
}

const JOINED: ReadonlySet<string> = new Set(['with', 'from', 'against', 'on', 'to'])

/** Upon whom the verb acts that an act is joined to: "cut ties **with Kenya** and recalled its ambassador". */
export function joinedRecipients({ parties }: Scene, act: Act, taken: readonly Party[]): Party[] {
  const { tree, tags } = parties.doc
  const verb = act.carrier?.head ?? act.head
  const first = tree.head[verb]!
  if (deprelAt(tree, verb) !== 'conj' || first < 0 || first > verb || uposAt(tags, first) !== 'VERB') return []
  const objects = [...dependents(tree, first)].filter((kid) => kid > first && kid < verb && deprelAt(tree, kid) === 'obj')
  for (const above of [first, ...objects]) {
    for (const kid of dependents(tree, above)) {
      if (kid > verb || ![...dependents(tree, kid)].some((it) => deprelAt(tree, it) === 'case' && JOINED.has(tags.lemma[it]!))) continue
      const found = without(withInside(parties, { head: kid, first: kid, end: kid + 1, how: 'near' }), taken)
      if (found.length > 0 && found.every(({ country, kind }) => country !== undefined && kind !== 'pronoun')) return found
    }
  }
  return []
}

const CONDITION: ReadonlySet<string> = new Set(['unless', 'if', 'until'])

/** Who is to do something lest an act be done: the subject of its condition. */
export function conditionOf({ parties }: Scene, acts: readonly Act[]): Party[] {
  const { doc } = parties
  for (const head of acts.flatMap((act) => [act.head, act.carrier?.head ?? act.head])) {
    for (const kid of dependents(doc.tree, head)) {
      const mark = [...dependents(doc.tree, kid)].find((it) => deprelAt(doc.tree, it) === 'mark')
      if (deprelAt(doc.tree, kid) !== 'advcl' || mark === undefined || !CONDITION.has(doc.tags.lemma[mark]!.toLowerCase())) continue
      for (const it of dependents(doc.tree, kid)) {
        if (!deprelAt(doc.tree, it).startsWith('nsubj')) continue
        const found = withInside(parties, { head: it, first: it, end: it + 1, how: 'near' }).filter(({ kind }) => kind !== 'pronoun')
        if (found.length > 0) return found
      }
    }
  }
  return []
}

/** Part of a dateline, which hangs on the sentence after it. */
function isDateline({ tree }: Scene['parties']['doc'], i: number): boolean {
  let at = i
  for (let n = 0; n < 4 && at >= 0 && /^(amod|compound|flat|nmod|appos|nummod)/.test(deprelAt(tree, at)); n++) at = tree.head[at]!
  return at >= 0 && deprelAt(tree, at) === 'parataxis' && tree.head[at]! > at
}

const BESIDE: ReadonlySet<string> = new Set(['after', 'following', 'since', 'despite', 'amid', 'because', 'when', 'while', 'as', 'before'])

/** Part of a circumstance: "surrendered **after a government offensive**". */
function isBeside({ tree, tags }: Scene['parties']['doc'], i: number, act: number): boolean {
  for (let at = i, n = 0; n < 6 && at >= 0 && at !== act; n++, at = tree.head[at]!)
    for (const kid of dependents(tree, at))
      if (/^(?:case|mark)$/.test(deprelAt(tree, kid)) && kid < at && BESIDE.has(tags.lemma[kid]!)) return true
  return false
}

/** Part of who tells it: the subject of a verb of saying after the act ("…, a Jordanian official confirmed"). */
function isTeller({ tree }: Scene['parties']['doc'], i: number): boolean {
  let at = i
  for (let n = 0; n < 4 && at >= 0; n++) {
    const relation = deprelAt(tree, at)
    if (relation === 'nsubj' && tree.head[at]! > at) return true
    if (!/^(amod|compound|nmod|flat|appos)/.test(relation)) return false
    at = tree.head[at]!
  }
  return false
}

/** Two states of one country are two parties: a de facto state and the state that its ground is reckoned to. */
const isState = (actor: string | undefined): boolean => actor?.startsWith('state:') === true
