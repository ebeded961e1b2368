import { CUES, cueOf, type Why } from './cues.js'
import { isDateline } from './dateline.js'
import { isEnglish } from './english.js'
import { scores, type BlockModels } from './forest.js'
import { ending } from './line.js'
import { CONTEXT_WIDTH, narrowed, type Matrix } from './matrix.js'
import { isPersonal } from './personal.js'
import { ARTICLE_FEATURES, articleMatrix, classify } from './score.js'
import { secondMatrix } from './second.js'
import { wordsOf } from './words.js'

/** Fewer lines than this give a line no surroundings: they are left to the reading word by word. */
const MIN_LINES = 4
const MAX_LINES = 50_000
/** A text is a scraped page when so many of its lines, and this share of them, are surely not the article; then every doubt about a line counts. */
const PAGE_SHARE = 0.3
const PAGE_LINES = 20
const SURE = -1500
interface Limits {
  readonly sentence: number
  readonly fragment: number
  /** A line that ends with a stop and has so many words is a sentence. */
  readonly words: number
}
/** Of a scraped page: what makes a whole sentence goes below 0, a fragment unless it is surely the article. */
const PAGE: Limits = { sentence: 0, fragment: 2000, words: 6 }
/** Of an article with something foreign in it; then for lines beside one that goes, and between two, for junk stands in runs. */
const ARTICLE: Limits = { sentence: -1500, fragment: 300, words: 3 }
const BESIDE: Limits = { sentence: 500, fragment: 2500, words: 3 }
const BETWEEN: Limits = { sentence: 3500, fragment: 3500, words: 3 }
/** Fewer lines than this give a line little to be measured by: whole sentences then go on a very sure score alone. */
const SHORT_LINES = 12
const SHORT: Limits = { sentence: -3000, fragment: -900, words: 3 }
/** Of other languages than English, whose words the classifier does not know. */
const FOREIGN: Limits = { sentence: -3500, fragment: -2000, words: 3 }

/** Lines that share less than this with the rest, in percent on the mean, are a mixture of many matters: then only the surest go, as in other languages. */
const MIXED = 25
const RARE_TOPIC = ARTICLE_FEATURES.indexOf('rare topic')

/** Below this many kept words a page is looked at again with lower limits: a short item is better than nothing. */
const FEW = 40
const LOWER = [0, 700, 1400, 2200, 3000, 4000]

/** Longer lines may hold both; what is foreign in them is found word by word. */
const LONG = 45

const count = (line: string): number => line.split(/\s+/).length
const limitOf = (line: string, { sentence, fragment, words }: Limits): number =>
  line.length > 400 || (ending(line) === 3 && count(line) >= words) ? sentence : fragment

export interface ReadLines {
  /** The lines that are not the article, each with the reason that its form gives. */
  readonly foreign: Map<number, Why>
  /** How much each line looks like one of an article, by the first pass; none for texts of too few or too many lines. */
  readonly scores: Int32Array | undefined
  /** Whether the text is a page that was scraped whole. */
  readonly whole: boolean
}

const isMeasured = (lines: readonly string[]): boolean => lines.length >= MIN_LINES && lines.length <= MAX_LINES

/** How much each line looks like one of an article, by the first pass; undefined for texts of too few or too many. */
export const articleScores = (lines: readonly string[], models: BlockModels): Int32Array | undefined =>
  isMeasured(lines) ? scores(models.article.first, articleMatrix(lines, models)) : undefined

/** Tells the lines that are not the article. Lines must not be empty. */
export function readLines(lines: readonly string[], models: BlockModels, english: boolean): ReadLines {
  if (!isMeasured(lines)) return { foreign: new Map(), scores: undefined, whole: false }
  const matrix = articleMatrix(lines, models)
  const first = scores(models.article.first, matrix)
  const scraped = classify(models.scraped, narrowed(matrix, CONTEXT_WIDTH), undefined)
  let sure = 0
  for (const score of scraped) if (score < SURE) sure++
  const mixed = lines.length >= SHORT_LINES && meanTopic(matrix) < MIXED
  const whole = sure >= PAGE_LINES && sure >= PAGE_SHARE * lines.length
  const gone = whole
    ? dropped(lines, scraped, lowered(lines, scraped))
    : inText(
        lines,
        scores(models.article.second, secondMatrix(matrix, first, undefined)),
        mixed ? 'mixed' : english ? 'english' : 'other',
        models,
      )
  const foreign = [...gone].filter((i) => !isDateline(lines[i]!)).map((i): [number, Why] => [i, CUES[cueOf(lines[i]!)]?.[0] ?? 'other'])
  return { foreign: new Map(foreign), scores: first, whole }
}

/** The mean share of what lines speak of that stands elsewhere, in percent. */
function meanTopic({ rows, width, values }: Matrix): number {
  let [sum, count] = [0, 0]
  for (let i = 0; i < rows; i++) {
    const share = values[i * width + RARE_TOPIC]!
    if (share < 0) continue
    sum += share
    count++
  }
  return count === 0 ? 0 : sum / count
}

function dropped(lines: readonly string[], scores: Int32Array, limits: Limits): Set<number> {
  return new Set([...lines.keys()].filter((i) => scores[i]! < limitOf(lines[i]!, limits)))
}

function inText(
  lines: readonly string[],
  scores: Int32Array,
  kind: 'mixed' | 'english' | 'other',
  models: BlockModels,
): ReadonlySet<number> {
  if (kind === 'english') return inArticle(lines, scores)
  if (kind === 'mixed') return dropped(lines, scores, FOREIGN)
  // Of a text in another language the classifier knows what is English in it.
  const limits = lines.map((line) => (isEnglish(wordsOf(line).bare, models) ? SHORT : FOREIGN))
  return new Set([...lines.keys()].filter((i) => scores[i]! < limitOf(lines[i]!, limits[i]!)))
}

function inArticle(lines: readonly string[], scores: Int32Array): ReadonlySet<number> {
  const few = lines.length < SHORT_LINES
  const gone = dropped(lines, scores, few ? SHORT : ARTICLE)
  const beside = dropped(lines, scores, few ? { ...BESIDE, sentence: SHORT.sentence } : BESIDE)
  for (const step of [1, -1])
    for (let i = step > 0 ? 0 : lines.length - 1; i >= 0 && i < lines.length; i += step)
      if (gone.has(i - step) && beside.has(i) && count(lines[i]!) <= LONG) gone.add(i)
  if (!few) for (const i of dropped(lines, scores, BETWEEN)) if (gone.has(i - 1) && gone.has(i + 1) && count(lines[i]!) <= LONG) gone.add(i)
  // The classifier learnt from articles, which hardly say *I* and *you*.
  return isPersonal(lines) || gone.size === lines.length ? new Set([...gone].filter((i) => CUES[cueOf(lines[i]!)] !== undefined)) : gone
}

/** The limits of a page, or lower ones where hardly anything would be kept. */
function lowered(lines: readonly string[], scores: Int32Array): Limits {
  for (const step of LOWER) {
    const lower = { ...PAGE, sentence: PAGE.sentence - step, fragment: PAGE.fragment - step }
    let words = 0
    for (const [i, line] of lines.entries()) if (scores[i]! >= limitOf(line, lower)) words += count(line)
    if (words >= FEW) return lower
  }
  return PAGE
}
