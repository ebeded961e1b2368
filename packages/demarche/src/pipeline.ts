import { bundle } from '@demarche/english'
import { bundlePart, coderParts, gazetteerInUse } from './bundle.js'
import {
  type Coder,
  commonWords,
  compileBook,
  createCoding,
  explainAll,
  type Explanation,
  type Rule,
  type RuleBook,
  traceOf,
  withRules,
} from './coding/index.js'
import { checkStages, type Doc, type LayerName, type Layers, type Stage } from './doc/index.js'
import { createActs } from './read/clauses/index.js'
import { createNames, type NamesLexicon } from './read/names/index.js'
import { createPlaces, type PlacesTables } from './read/places/index.js'
import { createReferences } from './read/references/index.js'
import { createQuotations, createSpeech, type SpeechLexicon } from './read/quotations/index.js'
import { createStatus, type StatusLexicon } from './read/status/index.js'
import { createTags, loadTagsModel } from './read/tags/index.js'
import { createTimes, type TimesLexicon } from './read/times/index.js'
import { createTokens, loadBoundaryModel } from './read/tokens/index.js'
import { createTree, loadTreeModel } from './read/tree/index.js'
import type { ArticleRow, CoderRow, DocumentRow } from './spec/index.js'
import type { Day } from './time/index.js'
import { LIMITS, withinLimits, type Limits } from './limits/index.js'
import { readWorld } from './world/index.js'
import { sha256 } from './text/index.js'

export { bundlePart, cameoNames, coderParts, coderVersion, countryCodes, ledgerEffects } from './bundle.js'

/** The stages of reading and coding, in the one order that there is. Built once a process; holds models and tables, and no state. */
export interface Pipeline {
  readonly stages: readonly Stage[]
  /** The day of a document that names none of its own. */
  readonly inferDay?: (doc: Doc<'sentences'>) => Day | undefined
  readonly limits: Limits
  readonly coder: CoderRow
  /** The rules that it codes by, compiled on the first call. */
  readonly rules: () => Coder
}

/**
 * Loads the language and assembles its stages; a user's own rules are laid over ours. With `wanted`, only the stages up to those that give these
 * layers: who wants words and trees does not wait for the world and the rules.
 */
export function loadPipeline(own: readonly Rule[] = [], limits: Limits = LIMITS, wanted?: readonly LayerName[]): Pipeline {
  const ours = once(() => bundlePart('rules') as RuleBook)
  const coder = once(() => compileBook(own.length === 0 ? ours() : withRules(ours(), own)))
  const times = once(() => createTimes(bundlePart('times') as TimesLexicon))
  const world = once(() => readWorld(bundle, gazetteerInUse()))
  const common = once(() => commonWords(ours()))
  const all: readonly (readonly [gives: readonly LayerName[], make: () => Stage])[] = [
    [['tokens', 'sentences'], () => createTokens(loadBoundaryModel(bundle))],
    [['tags'], () => createTags(loadTagsModel(bundle), common)],
    [['tree'], () => createTree(loadTreeModel(bundle))],
    [['times'], () => times().stage],
    [['names'], () => createNames(world(), bundlePart('names') as NamesLexicon)],
    [['speech'], () => createSpeech(bundlePart('speech') as SpeechLexicon)],
    [['places'], () => createPlaces(world(), bundlePart('places') as PlacesTables)],
    [['mentions', 'actors'], () => createReferences(world())],
    [['quotations'], createQuotations],
    [['acts'], () => createActs(coder().words, createStatus(bundlePart('status') as StatusLexicon))],
    [['claims'], () => createCoding(coder())],
  ]
  const last = wanted === undefined ? all.length - 1 : all.findLastIndex(([gives]) => gives.some((layer) => wanted.includes(layer)))
  const stages = checkStages(all.slice(0, last + 1).map(([, make]) => make()))
  return { stages, inferDay: (doc) => times().inferDay(doc), limits, coder: coderParts(own), rules: coder }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/** Runs the stages that lead to the layers `wanted` (all stages without it) over one article. */
export function readArticle(
  { stages, inferDay, limits = LIMITS }: Pick<Pipeline, 'stages' | 'inferDay'> & { readonly limits?: Limits },
  given: ArticleRow,
  wanted?: readonly LayerName[],
): Doc & Partial<Layers> {
  const article = withinLimits(given, limits)
  let doc: Doc & Partial<Layers> = { article, text: article.text }
  for (const it of wanted === undefined ? stages : stagesFor(stages, wanted)) {
    // The day is inferred once, as soon as there are sentences, so that every later stage sees the same one.
    if (!doc.article.published && doc.tokens && !doc.tags && inferDay)
      doc = { ...doc, article: dated(doc.article, inferDay(doc as Doc<'sentences'>)) }
    doc = { ...doc, ...it.run(doc as Doc<LayerName>) }
  }
  return doc
}

const dated = (article: ArticleRow, day: Day | undefined): ArticleRow => ({
  ...article,
  published: day === undefined ? null : { day, basis: 'inferred' },
})

/** The stages that the layers `wanted` need, in order. */
export function stagesFor(stages: readonly Stage[], wanted: readonly LayerName[]): readonly Stage[] {
  const needed = new Set<LayerName>(wanted)
  const chosen: Stage[] = []
  for (const stage of stages.toReversed()) {
    if (!stage.gives.some((layer) => needed.has(layer))) continue
    for (const layer of stage.needs) needed.add(layer)
    chosen.unshift(stage)
  }
  return chosen
}

type Read = Doc & Partial<Layers>

/** One line of `demarche code --jsonl`: everything that was read, without the inner columns. */
export function documentRow(id: string, input: DocumentRow['input'], doc: Read, coder?: CoderRow): DocumentRow {
  const { article: given, sentences = [], mentions = [], actors = [], times = [], places = [], quotations = [], claims = [] } = doc
  const { bytes, ...article } = given
  return {
    schema: 1,
    id,
    input,
    ...(coder ? { provenance: { ...(bytes === undefined ? {} : { bytes }), text: sha256(article.text), ...coder } } : {}),
    article,
    sentences: sentences.map(({ span }) => ({ span })),
    mentions: [...mentions],
    actors: [...actors],
    times: [...times],
    places: [...places],
    quotations: [...quotations],
    claims: [...claims],
  }
}

/** The layers that a trace of coding reads. */
const TRACED = ['acts', 'mentions', 'actors', 'times', 'places', 'quotations'] as const satisfies readonly LayerName[]

/** An article as far as it is read before it is coded: what `traceOf` and the trials of rules take. */
export const readTraced = (pipeline: Pipeline, article: ArticleRow): Parameters<typeof traceOf>[1] =>
  readArticle(pipeline, article, TRACED) as Parameters<typeof traceOf>[1]

/** Why each claim of an article has its code: the article is read and coded anew, and what was weighed on the way is kept. */
export function explainArticle(pipeline: Pipeline, article: ArticleRow): Explanation[] {
  return explainAll(traceOf(pipeline.rules(), readTraced(pipeline, article)))
}
