import { analysePage, lineMatrix, runningMatrix, runningOf, type Lexicon, type Running } from 'demarche/ingest'
import { JUNK } from './blocks-junk.js'
import { weightsOf } from './blocks-labels.js'
import type { Line, PageSample } from './blocks-pages.js'
import { linesOf, plant, wholePage, type Form, type Planted } from './blocks-plant.js'
import type { Pool } from './blocks-pool.js'
import type { Document } from './blocks-stack.js'
import { randomOf } from './random.js'

// The rows that each part of the classifier learns from.

/** Kinds of junk that training never plants, so that measuring can tell how well the rest carries over. */
export const HELD_OUT: ReadonlySet<string> = new Set(['tags', 'comments', 'author box', 'paywall'])
/** Of junk that is planted, this share is boilerplate of real pages. */
const REAL = 0.6

type Labelled = readonly Pick<Line, 'text' | 'label'>[]
interface From {
  readonly pages: readonly PageSample[]
  readonly lexicon: Lexicon
}

/** Pages, block by block. */
export const pageRows = ({ pages, lexicon }: From): Document[] =>
  pages.map(({ html, labels }, page) => {
    const { matrix, groups, blocks } = analysePage(html, lexicon)
    const texts = blocks.map((block) => block.text)
    return { page, matrix, groups, labels, weights: weightsOf(texts, labels) }
  })

function lineRows(lines: Labelled, page: number, lexicon: Lexicon): Document {
  const texts = lines.map(({ text }) => text)
  const labels = Uint8Array.from(lines, ({ label }) => label)
  return { page, matrix: lineMatrix(texts, lexicon), groups: undefined, labels, weights: weightsOf(texts, labels) }
}

/** Pages as somebody scrapes them whole, line by line. */
export const scrapedRows = ({ pages, lexicon }: From): Document[] => pages.map(({ lines }, page) => lineRows(lines, page, lexicon))

/** One to three runs of junk for an article. */
function junkFor(pool: Pool, page: number, next: () => number): string[][] {
  const kinds = Object.keys(JUNK).filter((kind) => !HELD_OUT.has(kind))
  return Array.from({ length: 1 + Math.floor(next() * 3) }, () => {
    const kind = next() < REAL ? 'run' : kinds[Math.floor(next() * kinds.length)]!
    return JUNK[kind]!({ pool, page, next, part: 'train' }).filter((line) => line.trim() !== '')
  }).filter((run) => run.length > 0)
}

/** Articles, line by line: clean, and with junk on lines of its own. */
export function articleRows({ pages, lexicon }: From, pool: Pool): Document[] {
  const next = randomOf(7)
  const forms: readonly Form[] = ['lines', 'lines', 'lines', 'joined']
  return pages.flatMap(({ clean }, page) =>
    clean.length === 0
      ? []
      : [
          lineRows(linesOf(plant(clean, [], 'lines', next)), page, lexicon),
          ...forms.map((form) => lineRows(linesOf(plant(clean, junkFor(pool, page, next), form, next)), page, lexicon)),
        ],
  )
}

/** Articles and scraped pages word by word, with and without line breaks. */
export function runningRows({ pages, lexicon }: From, pool: Pool): Document[] {
  const next = randomOf(17)
  const forms: readonly Form[] = ['lines', 'joined', 'inside', 'inside', 'flat', 'flat']
  return pages.flatMap(({ clean, lines }, page) => {
    const texts = page % 3 === 0 ? [wholePage(lines, ' ')] : []
    if (clean.length > 0) {
      texts.push(plant(clean, [], page % 2 === 0 ? 'lines' : 'flat', next))
      for (const form of forms) texts.push(plant(clean, junkFor(pool, page, next), form, next))
    }
    return texts.map((text) => wordRows(text, page, lexicon, next))
  })
}

/** All words near the edges of junk, and some of the rest, which count for more in return. */
function wordRows({ text, junk }: Planted, page: number, lexicon: Lexicon, next: () => number): Document {
  const running = runningOf(text, lexicon)
  const { width, values: all } = runningMatrix(running)
  const labels = labelsOfWords(running, junk)
  const near = new Uint8Array(running.count)
  for (let i = 1; i < running.count; i++)
    if (labels[i] !== labels[i - 1]) near.fill(1, Math.max(0, i - 12), Math.min(running.count, i + 12))
  const picked = [...near.keys()].filter((i) => near[i] === 1 || next() < 0.12)
  const values = new Int32Array(picked.length * width)
  picked.forEach((i, k) => values.set(all.subarray(i * width, (i + 1) * width), k * width))
  return {
    page,
    matrix: { rows: picked.length, width, values },
    groups: undefined,
    labels: Uint8Array.from(picked, (i) => labels[i]!),
    weights: Float64Array.from(picked, (i) => (near[i] === 1 ? 1 : 3)),
  }
}

function labelsOfWords({ count, from }: Running, junk: Planted['junk']): Uint8Array {
  const labels = new Uint8Array(count).fill(1)
  for (let i = 0, k = 0; i < count; i++) {
    while (k < junk.length && junk[k]!.to <= from[i]!) k++
    if (k < junk.length && junk[k]!.from <= from[i]!) labels[i] = 0
  }
  return labels
}
