import { readFileSync } from 'node:fs'
import { articleOf } from '../doc/index.js'
import type { ArticleRow, DocumentRow, FailureRow } from '../spec/index.js'
import { sha256 } from '../text/index.js'

interface Item {
  readonly id: string
  readonly input: DocumentRow['input']
  readonly article: ArticleRow
}

/** JSONL rows and plain text, until `ingest/` takes over. */
export async function* readInputs(paths: readonly string[], { date }: { date?: string }): AsyncGenerator<Item | FailureRow> {
  for (const path of paths) {
    const content = readFileSync(path === '-' ? 0 : path, 'utf8')
    if (!path.endsWith('.jsonl')) yield { id: sha256(content, 16), input: { path }, article: articleOf(content, date) }
    else {
      for (const [item, line] of content.split('\n').filter(Boolean).entries()) {
        const { id, text = '', published = date, title } = JSON.parse(line) as Record<string, string>
        yield { id: String(id ?? item), input: { path, item }, article: { ...articleOf(text, published?.slice(0, 10)), ...(title === undefined ? {} : { title }) } }
      }
    }
  }
}
