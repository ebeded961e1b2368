import { writeFileSync } from 'node:fs'
import type { BlocksFile } from 'demarche/ingest'
import { lexiconOf } from './blocks-lexicon.js'
import { readPages } from './blocks-pages.js'
import { poolOf } from './blocks-pool.js'
import { articleRows, pageRows, runningRows, scrapedRows } from './blocks-rows.js'
import { stack, trainTwice } from './blocks-stack.js'
import { boost } from './boost.js'

// Trains the classifier of pages, lines and running text from pages with known articles.

const PAGE = { depth: 5, leaf: 12, rows: 0.6, columns: 0.5, rate: 0.12 }
const TREE = { depth: 5, leaf: 12, rows: 0.5, columns: 0.3 }

/** Trains from a file of rows and writes the model. */
export function trainBlocks(path: string, out: string): void {
  const pages = readPages(path)
  const lexicon = lexiconOf(pages)
  const from = { pages, lexicon: new Map(Object.entries(lexicon)) }
  const pool = poolOf(pages)
  const file: BlocksFile = {
    lexicon,
    page: trainTwice('pages', pageRows(from), { ...PAGE, trees: 110 }, { ...PAGE, trees: 90 }, 3),
    scraped: trainTwice('scraped pages', scrapedRows(from), { ...TREE, rate: 0.1, trees: 120 }, { ...TREE, rate: 0.1, trees: 100 }, 2),
    article: trainTwice('articles', articleRows(from, pool), { ...TREE, rate: 0.12, trees: 130 }, { ...TREE, rate: 0.12, trees: 130 }, 2),
    running: boost(stack(runningRows(from, pool)), { ...TREE, depth: 6, leaf: 20, rows: 0.5, rate: 0.15, trees: 140 }),
  }
  writeFileSync(out, JSON.stringify(file) + '\n')
}
