import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { analysePage, NO_LEXICON } from 'demarche/ingest'
import { labelsOf } from './blocks-labels.js'

/** A page with a known article: rows of `{ id, html: path of a gzipped page, body, title, author }`. */
interface Row {
  readonly id: string
  readonly html: string
  readonly body: string
  readonly title?: string
  readonly author?: string
}
export interface Line {
  readonly text: string
  /** 1 where the line belongs to the article. */
  readonly label: number
  /** Whether it is nothing but a link. */
  readonly link: boolean
}
export interface PageSample {
  readonly title: string
  readonly author: string
  readonly html: string
  /** The labels of the page's blocks. */
  readonly labels: Uint8Array
  /** The page as text, one line a block or a line of it. */
  readonly lines: readonly Line[]
  /** The article as people wrote it down, without empty lines. */
  readonly clean: readonly string[]
}

/** The pages of a file of rows that hold some of their article, in order. */
export function readPages(path: string): PageSample[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => pageOf(JSON.parse(line) as Row, dirname(path)) ?? [])
}

function pageOf({ html: name, body, title = '', author = '' }: Row, folder: string): PageSample | undefined {
  if (!body) return undefined
  const html = gunzipSync(readFileSync(join(folder, name))).toString('utf8')
  const { blocks } = analysePage(html, NO_LEXICON)
  const labels = labelsOf(
    blocks.map((block) => block.text),
    body,
  )
  if (!labels.includes(1)) return undefined
  const lines = blocks.flatMap((block, i) =>
    block.text.split('\n').map((text) => ({ text, label: labels[i]!, link: block.linkWords * 10 >= block.words * 8 })),
  )
  const clean = body
    .split(/\n+/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
  return { title, author, html, labels, lines, clean }
}
