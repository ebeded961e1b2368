import { Parser } from 'htmlparser2'
import type { ArticleRow } from '../spec/index.js'

/** The article of a page. `uri` is the address that the page came from, if known. */
export function articleFromHtml(html: string, _uri?: string): ArticleRow {
  const parts: string[] = []
  const parser = new Parser({ ontext: (data) => void parts.push(data) })
  parser.end(html)
  return { text: parts.join(' '), removed: [], related: [] }
}
