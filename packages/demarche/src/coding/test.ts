import { dependents, deprelAt, type Filler, uposAt, xposAt } from '../doc/index.js'
import { SECTORS } from './book.js'
import { lengthAt } from './classes.js'
import type { Coder } from './compile.js'
import { throughMeasure } from './measure.js'
import { partiesIn } from './parties-in.js'
import type { Parties, Party } from './party.js'
import type { Condition, Rule } from './rule.js'

/** What conditions are tested against: the compiled rules and who stands where. */
export interface Scene {
  readonly coder: Coder
  readonly parties: Parties
  /** Contexts by sentence, as far as they have been asked for. */
  readonly contexts: Map<number, readonly string[]>
}

/** Whether a phrase is what a condition asks for; `agent` says that it acts, where "Israeli warplanes" stands for Israel. */
export function fits(scene: Scene, rule: Rule, { any }: Condition, it: Filler, agent: boolean): boolean {
  return any.some((tests) => tests.every(({ not, name }) => isA(scene, rule, name, it, agent) !== not))
}

/** How narrow a condition is: a word class or sector counts double, `any` and `actor` once. */
export const narrowness = ({ any, none }: Condition): number =>
  none ? 1 : any.some((tests) => tests.some(({ name }) => name !== 'any' && name !== 'actor')) ? 2 : 1

function isA(scene: Scene, rule: Rule, name: string, it: Filler, agent: boolean): boolean {
  // Few rules have classes of their own.
  const words = Object.hasOwn(rule.words, name) ? scene.coder.classes.get(`${rule.rule}:${name}`) : undefined
  if (words) return inClass(scene, words, it)
  if (SECTORS.has(name)) return partiesIn(scene.parties, it).some(({ sector }) => sector === name)
  const built = BUILT[name]
  if (built) return built(scene, it, agent)
  const set = scene.coder.classes.get(name)
  return set !== undefined && inClass(scene, set, it)
}

function inClass({ parties }: Scene, set: Parameters<typeof lengthAt>[2], it: Filler): boolean {
  if (lengthAt(parties.doc, it.head, set) > 0) return true
  const measured = throughMeasure(parties, it)
  return measured !== undefined && lengthAt(parties.doc, measured.head, set) > 0
}

type Built = (scene: Scene, it: Filler, agent: boolean) => boolean
const some =
  (test: (party: Party, scene: Scene) => boolean): Built =>
  (scene, it) =>
    partiesIn(scene.parties, it).some((party) => test(party, scene))
const kindOf = ({ actor }: Party, { parties }: Scene): string => parties.actors.get(actor ?? '')?.kind ?? ''
const STATELY: ReadonlySet<string> = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'SPY', 'COP'])

/** Numbers that are nouns: "**Hundreds** rallied". */
const ROUND: ReadonlySet<string> = new Set(['dozen', 'hundred', 'thousand', 'million', 'score'])

const BUILT: Readonly<Record<string, Built>> = {
  any: () => true,
  actor: (scene, it, agent) => (agent ? withInside(scene.parties, it) : partiesIn(scene.parties, it)).length > 0,
  state: some(
    (party, scene) =>
      party.country !== undefined && (kindOf(party, scene) === 'state' || party.kind === 'nationality' || STATELY.has(party.sector ?? '')),
  ),
  person: some(
    (party, scene) => kindOf(party, scene) === 'person' || party.kind === 'office' || party.kind === 'pronoun' || party.kind === 'noun',
  ),
  organisation: some(
    (party, scene) =>
      /org|igo|party|company|body|group/.test(kindOf(party, scene)) ||
      ['IGO', 'NGO', 'MNC', 'BUS', 'PTY', 'JRN', 'MED'].includes(party.sector ?? ''),
  ),
  group: some(({ kind }) => kind === 'noun' || kind === 'group'),
  named: some(({ kind }) => kind !== 'noun' && kind !== 'pronoun'),
  several: ({ parties }, it) =>
    partiesIn(parties, it).length > 1 ||
    (uposAt(parties.doc.tags, it.head) !== 'VERB' &&
      (deprelAt(parties.doc.tree, it.head) === 'conj' ||
        [...dependents(parties.doc.tree, it.head)].some((kid) => deprelAt(parties.doc.tree, kid) === 'conj'))),
  // "Peruvian" stands for its state, and is no place that somebody could take or go to.
  place: ({ parties: { doc, standing } }, { head }) => standing.placesAt(head).some((at) => doc.places[at]!.kind !== 'nationality'),
  number: ({ parties: { doc } }, { head, first, end }) =>
    [head, ...Array.from({ length: end - first }, (_, i) => first + i)].some(
      (i) => uposAt(doc.tags, i) === 'NUM' || xposAt(doc.tags, i) === 'CD' || ROUND.has(doc.tags.lemma[i]!.toLowerCase()),
    ),
  verb: ({ parties: { doc } }, { head, how }) => how === 'clause' || uposAt(doc.tags, head) === 'VERB',
  act: ({ parties: { doc }, coder }, { head }) => uposAt(doc.tags, head) === 'VERB' || lengthAt(doc, head, coder.classes.get('act')!) > 0,
}

/** The parties of a phrase, else those that stand inside it as nationality, owner or qualifier: "Israeli warplanes", "rebel positions". */
export function withInside(parties: Parties, it: Filler): Party[] {
  const whole = partiesIn(parties, it)
  if (whole.length > 0) return whole
  const { doc, mentionAt } = parties
  const seen = new Set<number>()
  const found: Party[] = []
  for (let i = it.first; i < it.end; i++) {
    const m = mentionAt[i]!
    if (m < 0 || seen.has(m)) continue
    seen.add(m)
    found.push(...partiesIn(parties, { head: i, first: i, end: i + 1, how: 'inside' }))
  }
  if (found.length > 0) return found.slice(0, 1)
  for (let i = it.first; i < it.head; i++) {
    if (deprelAt(doc.tree, i) !== 'compound' && deprelAt(doc.tree, i) !== 'nmod:poss') continue
    const inner = partiesIn(parties, { head: i, first: i, end: i + 1, how: 'inside' })
    if (inner.length > 0) return inner
  }
  return []
}
