// What the chooser learns from: each claim that the rules would make of a sentence, what it looks like, and whether a careful reader makes it.
import { createHash } from 'node:crypto'
import { compileBook, type Draft, featuresOf, isHistorical, type RuleBook, traceOf, whenOf } from 'demarche/coding'
import { articleOf } from 'demarche/doc'
import { bundlePart, loadPipeline, readTraced } from 'demarche/pipeline'
import type { ToldClaim } from './claim-lines.js'
import type { Labelled } from './own-sentences.js'

export interface Lesson {
  readonly features: readonly string[]
  readonly right: boolean
  /** How much it counts: an own sentence 1, an example of a rule, which shows what rules find and little of what they find wrongly, a tenth. */
  readonly weight: number
  /** 0 to 99, by the hash of the text: lessons of one text fall together. Absent for examples, which measure nothing. */
  readonly share?: number
}

const EXAMPLE = 0.1

const { chooser: _, ...book } = bundlePart('rules') as RuleBook
const coder = compileBook(book)
const pipeline = loadPipeline()

/** A number from 0 to 99 that hangs on the text alone. */
const shareOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0) % 100

type Judge = (draft: Draft, text: string) => boolean

function lessonsOf(text: string, own: boolean, isRight: Judge): Lesson[] {
  const { drafts, scene } = traceOf(coder, readTraced(pipeline, articleOf(text, '2024-06-14')))
  const { doc } = scene.parties
  const sentenceOf = ({ chosen }: Draft) => doc.tokens.sentence[chosen.act.head]
  const isBackground = ({ chosen: { act }, status }: Draft): boolean => isHistorical(doc, whenOf(doc, act, status), act)
  return (
    drafts
      .filter(({ status, codes }) => status !== 'negated' && codes.type !== null)
      .map((draft) => ({ draft, right: isRight(draft, doc.text) }))
      // Background is told as background, though own sentences leave it out as no news: it teaches nothing where it has no label.
      .filter(({ draft, right }) => right || !isBackground(draft))
      .map(({ draft, right }) => ({
        features: featuresOf(
          doc,
          scene.parties.told,
          draft,
          drafts.filter((it) => sentenceOf(it) === sentenceOf(draft)),
        ),
        right,
        ...(own ? { weight: 1, share: shareOf(text) } : { weight: EXAMPLE }),
      }))
  )
}

/** Whether a draft is a told claim: the same type, and on each side that both name somebody in common. */
function agrees({ codes, actors, recipients }: Draft, text: string, { type, sides }: ToldClaim): boolean {
  if (codes.type !== type) return false
  return (sides ?? []).every((names, side) => {
    const found = [actors, recipients][side]!.map(({ span }) => text.slice(span.from, span.to))
    return names.length === 0 || found.length === 0 || found.some((it) => names.some((name) => it.includes(name) || name.includes(it)))
  })
}

/** Lessons of the project's own sentences. */
export const ownLessons = (sentences: readonly Labelled[]): Lesson[] =>
  sentences.flatMap(({ text, claims }) => lessonsOf(text, true, (draft, read) => claims.some((claim) => agrees(draft, read, claim))))

/** Lessons of the examples inside the rules: what the rule finds, and what it finds besides. */
export const exampleLessons = (): Lesson[] =>
  book.rules.flatMap((rule) =>
    rule.finds.flatMap(({ text, also }) =>
      lessonsOf(text, false, ({ chosen }) => chosen.rule.rule === rule.rule || also.includes(chosen.rule.rule)),
    ),
  )
