import { dependents, deprelAt, uposAt } from '../doc/index.js'
import type { Chosen } from './choose.js'
import { lengthAt } from './classes.js'
import type { Drafts } from './drafts.js'
import type { Read } from './party.js'
import type { Scene } from './test.js'

/** What a verb ends or calls off did not happen: the verb tells the event where a rule reads it ("cancelled a **visit**"). */
export function isUndone({ act: { head, carrier } }: Chosen, byHead: ReadonlyMap<number, Chosen>): boolean {
  if (carrier?.effect === 'ended') return true
  return carrier?.effect === 'negated' && (byHead.get(carrier.head)?.act.head ?? head) !== head
}

const WAITED: ReadonlySet<string> = new Set(['until', 'till', 'unless'])
const isMarked = ({ tree, tags }: Read, i: number, marks: ReadonlySet<string>): boolean =>
  dependents(tree, i).some((kid) => deprelAt(tree, kid) === 'mark' && marks.has(tags.lemma[kid]!.toLowerCase()))
const BEFORE: ReadonlySet<string> = new Set(['before'])
const SINCE: ReadonlySet<string> = new Set(['since'])

/** Reasons for which an act is no event: it is only a purpose, a condition or what is asked or asked about. */
const ASIDE: ReadonlySet<string> = new Set(['purpose', 'condition', 'infinitive', 'doubt'])

/** Prepositions of what was before, or goes on while, another act is told. */
const CIRCUMSTANCE: ReadonlySet<string> = new Set(['after', 'since', 'during', 'before', 'despite', 'amid', 'following'])

const BACKWARD: ReadonlySet<string> = new Set(['since', 'despite'])

/** A participle or noun that only qualifies another ("the **ousted** president", "a **siege** town", "the **invasion** force") or dates what the sentence tells ("after the **riots**"), and says nothing of who did it. */
export function isRecalled({ tree, tags }: Read, { act: { head, form, roles, carrier } }: Pick<Chosen, 'act'>): boolean {
  // "the **ousted** president": what a participle recalls of somebody.
  if (form !== 'noun') return deprelAt(tree, carrier?.head ?? head) === 'amod'
  if (deprelAt(tree, head) === 'compound') return true
  const mark = [...dependents(tree, head)].find((kid) => deprelAt(tree, kid) === 'case')
  if (mark === undefined || !CIRCUMSTANCE.has(tags.lemma[mark]!)) return false
  // "since the invasion", "despite its attack" only point back, whoever did it.
  if (BACKWARD.has(tags.lemma[mark]!)) return true
  // "During a visit to Baku, the president …" tells the visit too.
  const own = ['possessive', 'syntax', ...(tags.lemma[mark] === 'during' ? ['control'] : [])]
  return carrier !== undefined || (roles['agent'] ?? []).every(({ how }) => !own.includes(how))
}

/** "a report that its troops **had shelled** a village": what a claim holds is told by nobody but the claim. */
function isClaimed({ coder, parties: { doc } }: Scene, top: number): boolean {
  const noun = doc.tree.head[top]!
  if (noun < 0 || uposAt(doc.tags, noun) !== 'NOUN' || !/^(?:acl|ccomp)/.test(deprelAt(doc.tree, top))) return false
  const claims = coder.classes.get('charges')
  return claims !== undefined && doc.tags.lemma[noun + 1] === 'that' && lengthAt(doc, noun, claims) > 0
}

const isMarkedFor = ({ tree, tags }: Read, noun: number): boolean =>
  [...dependents(tree, noun)].some((kid) => deprelAt(tree, kid) === 'case' && tags.lemma[kid] === 'for')

/** Acts that a sentence only touches: purposes and conditions, and what a relative clause recalls of a participant of another claim ("Turkey, which had …"). `recalled` as `isRecalled` tells it. */
export function isAside(scene: Scene, { act, rule }: Chosen, drafts: Drafts, recalled: boolean): boolean {
  const { doc } = scene.parties
  if (act.status === 'hypothetical' && act.cues.some(({ why }) => ASIDE.has(why) && (rule.frame === undefined || why !== 'infinitive')))
    return true
  // What is asked for has not happened; a headline that seems to ask was only read so.
  const { kind } = doc.sentences[doc.tokens.sentence[act.head]!]!
  if (kind !== 'headline' && act.status === 'hypothetical' && act.cues.some(({ why }) => why === 'request') && rule.frame === undefined)
    return true
  const top = act.carrier?.head ?? act.head
  // "will not lift the embargo until China signs": what is waited for has not happened.
  if (isMarked(doc, top, WAITED) && drafts.isWaiting(doc.tree.head[top]!)) return true
  // "before he **calls** elections": what is to come only dates what is told.
  if (act.status !== 'actual' && isMarked(doc, top, BEFORE)) return true
  // "quiet since the two armies **signed** a truce"
  if (isMarked(doc, top, SINCE)) return true
  if (recalled && drafts.tellsIn(doc.tokens.sentence[top]!)) return true
  if (isClaimed(scene, top)) return true
  // "met the envoy for **talks**": the same act.
  if (act.form === 'noun' && isMarkedFor(doc, act.head) && drafts.kindAt(doc.tree.head[act.head]!) === rule.codes.type) return true
  // "fired at a North Korean **patrol**": who is a party is no act.
  if (act.form === 'noun' && drafts.isParty(act.head)) return true
  return deprelAt(doc.tree, top) === 'acl:relcl' && drafts.isParty(doc.tree.head[top]!)
}

/** Whether a sentence is of sport: two of its words. */
export function isSport({ coder, parties: { doc } }: Scene, sentence: number): boolean {
  const words = coder.classes.get('sport')
  if (words === undefined) return false
  const { first, end } = doc.sentences[sentence]!.tokens
  const found = new Set<string>()
  for (let i = first; i < end && found.size < 2; i++) if (lengthAt(doc, i, words) > 0) found.add(doc.tags.lemma[i]!.toLowerCase())
  return found.size > 1
}
