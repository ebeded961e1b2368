// The order in which the documents are read, and what they are called.
import { existsSync, readFileSync } from 'node:fs'

const docs = new URL('../../docs/', import.meta.url)

/** Pages by section, as paths in `docs/` without their ending. `codebook/index` is made when the site is. */
export const SECTIONS = [
  {
    name: 'Guide',
    pages: ['guide/start', 'guide/relations', 'guide/state', 'guide/responses', 'guide/tolls', 'guide/panels'],
  },
  { name: 'Recipes', pages: ['recipes/duckdb', 'recipes/python', 'recipes/r', 'recipes/stata'] },
  { name: 'Reference', pages: ['commands', 'spec', 'codebook/index', 'page', 'api'] },
  {
    name: 'How it works',
    pages: [
      'how-it-works',
      'articles',
      'language',
      'times',
      'names',
      'world',
      'disputed-places',
      'speech',
      'status',
      'coding',
      'ledger',
      'adjudicator',
    ],
  },
  { name: 'Rules', pages: ['rules', 'schemes', 'coverage'] },
  { name: 'House', pages: ['benchmarks', 'trust', 'cluster', 'sizing', 'design', 'dependencies'] },
]

export const PAGES = SECTIONS.flatMap(({ pages }) => pages)

/** The text of a page; undefined where it is made later. */
export function text(page) {
  const file = new URL(`${page}.md`, docs)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** What a page calls itself in its first heading. */
export const title = (page) => /^# (.+)$/m.exec(text(page) ?? '')?.[1] ?? 'Codebook'

/** What a page is about: its first paragraph, without marks, down to its first full stop. */
export function about(page) {
  const first = (text(page) ?? '').split(/\n\n+/).find((block) => /^[A-Z“`*[]/.test(block) && !block.startsWith('```')) ?? ''
  const plain = first
    .replace(/\s+/g, ' ')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/[*`]/g, '')
  return /^.+?[.:](?= |$)/.exec(plain)?.[0].replace(/:$/, '.') ?? plain
}
