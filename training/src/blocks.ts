import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { articleMatrix, commonOf, scores, themesOf, type BlocksFile, type Forest } from 'demarche/ingest'
import { commonStems } from './blocks-common.js'
import { lexiconOf } from './blocks-lexicon.js'
import { readPages } from './blocks-pages.js'
import { poolOf } from './blocks-pool.js'
import { articleRows, pageRows, runningTexts, scrapedRows, type From } from './blocks-rows.js'
import { trainRunning, type LineScores } from './blocks-running.js'
import { phrasePairs } from './blocks-said.js'
import { themeVectors } from './blocks-themes.js'
import { CREDIT, PERSONAL } from './blocks-words.js'
import { trainTwice } from './blocks-stack.js'

// Trains the classifier of pages, lines and running text from pages with known articles.

const PAGE = { depth: 5, leaf: 12, rows: 0.6, columns: 0.5, rate: 0.12 }
const TREE = { depth: 5, leaf: 12, rows: 0.5, columns: 0.3 }
const LINES = { ...TREE, rate: 0.12, trees: 150 }
const WORDS = { ...TREE, depth: 6, leaf: 20, rate: 0.15 }
/** Texts of fewer lines are not read line by line. */
const MIN_LINES = 4

/** Trains from a file of rows and writes the model. */
export function trainBlocks(path: string, out: string): void {
  const pages = readPages(path)
  const lexicon = lexiconOf(pages)
  const common = commonStems(pages)
  const phrases = phrasePairs(pages)
  const themes = themeVectors(
    pages,
    common.flatMap((list) => list.split(' ')),
  )
  const from = {
    pages,
    lexicon: new Map(Object.entries(lexicon)),
    phrases: new Map(Object.entries(phrases)),
    common: commonOf(common),
    themes: themesOf(commonOf(common), themes),
    personal: new Set(PERSONAL.split(' ')),
    credit: new Set(CREDIT.split(' ')),
  }
  const file: BlocksFile = {
    lexicon,
    phrases,
    personal: PERSONAL,
    credit: CREDIT,
    common,
    themes,
    page: both(trainTwice('pages', pageRows(from), { ...PAGE, trees: 110 }, { ...PAGE, trees: 90 }, 3)),
    scraped: both(
      trainTwice('scraped pages', scrapedRows(from), { ...TREE, rate: 0.1, trees: 120 }, { ...TREE, rate: 0.1, trees: 100 }, 2),
    ),
    ...trainArticle(from),
  }
  writeFileSync(out, gzipSync(JSON.stringify(file) + '\n', { level: 9 }))
}

const both = ({ first, second }: { first: Forest; second: Forest }): { first: Forest; second: Forest } => ({ first, second })

/** The forests for articles with something foreign in them: line by line, and then word by word, which sees the scores of the lines. */
export function trainArticle(from: From): Pick<BlocksFile, 'article' | 'running'> {
  const pool = poolOf(from.pages)
  const article = trainTwice('articles', articleRows(from, pool), LINES, LINES, 2)
  const lineScores: LineScores = (page, lines) =>
    lines.length < MIN_LINES ? undefined : scores(article.rest[page % 2]!, articleMatrix(lines, from))
  const texts = runningTexts(from.pages, pool)
  const running = trainRunning(from, texts, lineScores, { ...WORDS, trees: 110 }, { ...WORDS, trees: 150 }, 2)
  return { article: both(article), running }
}
