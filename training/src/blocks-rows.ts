import { analysePage, articleMatrix, lineMatrix, type Matrix, type Vocabulary } from 'demarche/ingest'
import { JUNK } from './blocks-junk.js'
import { weightsOf } from './blocks-labels.js'
import { excerptOf, mixtureOf } from './blocks-mixtures.js'
import type { Line, PageSample } from './blocks-pages.js'
import { linesOf, plant, wholePage, type Form, type Planted } from './blocks-plant.js'
import type { Pool } from './blocks-pool.js'
import type { Document } from './blocks-stack.js'
import { randomOf } from './random.js'

// The rows and texts that each part of the classifier learns from.

/** Of junk that is planted, this share is boilerplate of real pages. */
const REAL = 0.45
const KINDS: readonly string[] = Object.keys(JUNK).filter((kind) => kind !== 'run')

const SHORT_FORMS: readonly Form[] = ['lines', 'joined']

type Labelled = readonly Pick<Line, 'text' | 'label'>[]
export interface From extends Vocabulary {
  readonly pages: readonly PageSample[]
}

/** Pages, block by block. */
export const pageRows = ({ pages, lexicon }: From): Document[] =>
  pages.map(({ html, labels }, page) => {
    const { matrix, groups, blocks } = analysePage(html, lexicon)
    const texts = blocks.map((block) => block.text)
    return { page, matrix, groups, labels, weights: weightsOf(texts, labels) }
  })

function lineRows(lines: Labelled, page: number, read: (texts: readonly string[]) => Matrix): Document {
  const texts = lines.map(({ text }) => text)
  const labels = Uint8Array.from(lines, ({ label }) => label)
  return { page, matrix: read(texts), groups: undefined, labels, weights: weightsOf(texts, labels) }
}

/** Pages as somebody scrapes them whole, line by line. */
export const scrapedRows = ({ pages, lexicon }: From): Document[] =>
  pages.map(({ lines }, page) => lineRows(lines, page, (texts) => lineMatrix(texts, lexicon)))

/** One to three runs of junk for an article, most often one. */
function junkFor(pool: Pool, page: number, next: () => number): string[][] {
  return Array.from({ length: 1 + Math.floor(next() * next() * 3) }, () => {
    const kind = next() < REAL ? 'run' : KINDS[Math.floor(next() * KINDS.length)]!
    return JUNK[kind]!({ pool, page, next, part: 'train' }).filter((line) => line.trim() !== '')
  }).filter((run) => run.length > 0)
}

/** Articles, line by line: clean, and with junk on lines of its own; short ones, and digests of many. */
export function articleRows(from: From, pool: Pool): Document[] {
  const next = randomOf(7)
  const forms: readonly Form[] = ['lines', 'lines', 'lines', 'lines', 'joined', 'joined']
  const rows = (text: Planted, page: number): Document => lineRows(linesOf(text), page, (texts) => articleMatrix(texts, from))
  return from.pages.flatMap(({ clean }, page) =>
    clean.length === 0
      ? []
      : [
          rows(plant(clean, [], 'lines', next), page),
          ...forms.map((form) => rows(plant(clean, junkFor(pool, page, next), form, next), page)),
          ...SHORT_FORMS.map((form) => rows(plant(excerptOf(clean, next), junkFor(pool, page, next), form, next), page)),
          rows(plant(mixtureOf(from.pages, next), [], 'lines', next), page),
        ],
  )
}

/** A text to be read word by word; of a dense one each word is learnt from, and not only those near the edges of junk and some of the rest. */
export interface RunningText {
  readonly page: number
  readonly text: Planted
  readonly dense: boolean
}

/** Articles and scraped pages with and without line breaks, short articles and digests. */
export function runningTexts(pages: readonly PageSample[], pool: Pool): RunningText[] {
  const next = randomOf(17)
  const forms: readonly Form[] = ['lines', 'lines', 'joined', 'inside', 'inside', 'inside', 'flat', 'flat', 'flat']
  return pages.flatMap(({ clean, lines }, page) => {
    const texts = page % 2 === 0 ? [wholePage(lines, page % 4 === 0 ? ' ' : '\n')] : []
    if (clean.length > 0) {
      texts.push(plant(clean, [], page % 2 === 0 ? 'lines' : 'flat', next))
      for (const form of forms) texts.push(plant(clean, junkFor(pool, page, next), form, next))
      for (const form of ['inside', 'flat'] as const) texts.push(plant(excerptOf(clean, next), junkFor(pool, page, next), form, next))
    }
    const mixture = plant(mixtureOf(pages, next), [], page % 2 === 0 ? 'flat' : 'lines', next)
    return [...texts.map((text) => ({ page, text, dense: false })), { page, text: mixture, dense: true }]
  })
}
