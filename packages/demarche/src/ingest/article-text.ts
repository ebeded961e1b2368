import type { ArticleRow } from '../spec/index.js'

/** The article of a text that is already free of markup. `text` stays as it is; what is not the article is listed in `removed`. */
export function articleFromText(text: string): ArticleRow {
  return { text, removed: [], related: [] }
}
