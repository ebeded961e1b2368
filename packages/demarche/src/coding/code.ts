import { type Act, stage, type Stage } from '../doc/index.js'
import type { ClaimRow } from '../spec/index.js'
import { isAside, isRecalled, isSport, isUndone } from './aside.js'
import { candidatesFor, type Candidate, type Miss } from './apply.js'
import { confidenceAt, logOdds, sigmoid } from './chooser.js'
import { choose, type Chosen, type Vote } from './choose.js'
import type { Coder } from './compile.js'
import { type Draft, draftOf } from './draft.js'
import { Drafts } from './drafts.js'
import { featuresOf } from './features.js'
import { dropped } from './frames.js'
import { grouped } from './grouped.js'
import { merged } from './merge.js'
import { partiesOf, type Read } from './party.js'
import { linkResponses } from './responses.js'
import { rowOf } from './row.js'
import type { Scene } from './test.js'
import { isTollOf } from './toll.js'
import type { Told } from './told.js'

/** What coding saw on its way to the claims; `explain` and the tests of rules read it. */
export interface Trace {
  readonly scene: Scene
  readonly candidates: readonly Candidate[]
  readonly misses: readonly Miss[]
  readonly chosen: readonly Chosen[]
  readonly drafts: readonly Draft[]
  /** Readings that stand inside another act and make no claim. */
  readonly inside: readonly Chosen[]
  readonly claims: readonly ClaimRow[]
  /** What a changed reading would be drafted as, everything else in the text being as it is. */
  readonly redraft: (chosen: Chosen) => Draft | undefined
}

export interface CodeOptions {
  readonly vote?: Vote
  /** Drops one condition of one rule, to see whether it is earned. */
  readonly skip?: { readonly rule: string; readonly role: string }
}

/** The stage that gives `claims`. */
export function createCoding(coder: Coder, options: CodeOptions = {}): Stage {
  return stage({
    name: 'claims',
    needs: ['tokens', 'sentences', 'tags', 'tree', 'mentions', 'actors', 'times', 'places', 'quotations', 'acts'],
    gives: ['claims'],
    run: (doc) => ({ claims: traceOf(coder, doc, options).claims }),
  })
}

/** Codes a document and keeps what was seen on the way. */
export function traceOf(coder: Coder, doc: Read, { vote, skip }: CodeOptions = {}): Trace {
  const scene: Scene = { coder, parties: partiesOf({ ...doc, lowered: { lemmas: [], forms: [] } }, coder.classes), contexts: new Map() }
  const misses: Miss[] = []
  const sport = new Map<number, boolean>()
  const ofSport = (sentence: number): boolean => {
    if (!sport.has(sentence)) sport.set(sentence, isSport(scene, sentence))
    return sport.get(sentence)!
  }
  // "March 3" is no march, and "attacked with two laps to go in the final" no attack.
  const acts = doc.acts.filter(({ head }) => scene.parties.standing.dated[head] === 0 && !ofSport(doc.tokens.sentence[head]!))
  const candidates = acts.flatMap((act) => candidatesFor(scene, act, (miss) => misses.push(miss), skip))
  const chosen = choose(coder, candidates, vote)
  const byHead = headsOf(chosen)
  const actAt = new Map(doc.acts.map((act) => [act.head, act]))
  const drafts = new Drafts(doc)
  const inside: Chosen[] = []
  const out = new Set<number>()
  // What is only recalled is asked last, when it is known what the sentence tells besides.
  const recalled = new Set(chosen.filter((it) => isRecalled(doc, it)))
  for (const it of chosen.toSorted(
    (a, b) => Number(recalled.has(a)) - Number(recalled.has(b)) || depth(doc, a.act) - depth(doc, b.act) || a.act.head - b.act.head,
  )) {
    if (out.has(it.act.head) || isUndone(it, byHead) || isAside(scene, it, drafts, recalled.has(it))) {
      inside.push(it)
      continue
    }
    const draft = draftOf(scene, it, byHead, actAt)
    if (!draft) continue
    drafts.add(draft)
    for (const head of dropped(doc, [it])) out.add(head)
  }
  const weighed = drafts.all
    .toSorted((a, b) => a.chosen.act.head - b.chosen.act.head)
    .map((draft) => weigh(coder, doc, scene.parties.told, draft, drafts.beside(draft)))
  const told = grouped(weighed, (draft) => drafts.sentenceOf(draft))
  const least = coder.book.chooser?.least ?? 0
  const leastRecalled = coder.book.chooser?.leastRecalled ?? least
  const rows = weighed.map((draft) => ({ draft, row: rowOf(scene, draft), quoted: isQuoted(scene, draft) }))
  // The chooser learnt from acts that the scheme has a type for; of the others it knows nothing.
  const likely = new Set(
    rows.filter(
      ({ draft, row }) =>
        draft.codes.type === null ||
        (draft.belief ?? 1) >= (row.historical ? leastRecalled : least) ||
        isBest(doc, draft, told.get(drafts.sentenceOf(draft))!),
    ),
  )
  const likelyIn = grouped(likely, ({ row }) => row.sentence.from)
  // An act that the sentence only recalls is still whose toll it tells: "300 were killed during the invasion".
  const kept = rows.filter(
    (it) => likely.has(it) || likelyIn.get(it.row.sentence.from)?.some((other) => isTollOf(other, it, doc.tree)) === true,
  )
  const claims = linkResponses(scene, merged(kept, doc.tree))
  const redraft = (it: Chosen): Draft | undefined => draftOf(scene, it, byHead, actAt)
  return { scene, candidates, misses, chosen, drafts: weighed, inside, claims, redraft }
}

/** Whether an act stands within the marks of direct speech. */
function isQuoted({ parties: { told } }: Scene, { chosen: { act } }: Draft): boolean {
  return told.quoted[told.at[act.head]!] === true
}

/** A sentence tells something: its best reading stands though the chooser doubts it, in a headline more so, which the chooser never saw. `told` are the drafts of its sentence. */
function isBest({ sentences, tokens }: Read, draft: Draft, told: readonly Draft[]): boolean {
  const least = sentences[tokens.sentence[draft.chosen.act.head]!]!.kind === 'headline' ? HEADLINE : ALONE
  return (draft.belief ?? 0) >= least && !told.some((it) => it !== draft && (it.belief ?? 0) > draft.belief!)
}
const HEADLINE = 0.1
const ALONE = 0.3

/** Lays the chooser's belief over a draft; `beside` are the drafts of its sentence. */
function weigh({ book: { chooser } }: Coder, doc: Read, told: Told, draft: Draft, beside: readonly Draft[]): Draft {
  if (!chooser) return draft
  const odds = logOdds(chooser, featuresOf(doc, told, draft, beside))
  return { ...draft, belief: sigmoid(odds), confidence: confidenceAt(chooser, odds) }
}

/** Readings by the token that a phrase about them would have as its head: the act itself, or the verb that carries it. */
function headsOf(chosen: readonly Chosen[]): Map<number, Chosen> {
  const heads = new Map<number, Chosen>()
  for (const it of chosen) if (it.act.carrier && !heads.has(it.act.carrier.head)) heads.set(it.act.carrier.head, it)
  for (const it of chosen) heads.set(it.act.head, it)
  return heads
}

function depth({ tree }: Read, { head }: Act): number {
  let n = 0
  for (let i = head; i >= 0 && n < 60; i = tree.head[i]!) n++
  return n
}
