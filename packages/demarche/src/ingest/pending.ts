import { LIMITS, type Limits } from '../limits/index.js'
import { sha256 } from '../text/index.js'
import type { Day } from '../time/index.js'
import { articleFromHtml } from './article-html.js'
import { articleFromText } from './article-text.js'
import { decode } from './charset.js'
import { readDocument, type DocumentKind } from './documents.js'
import { articleOfItem, articleOfTitle } from './feeds/items.js'
import { found, type Item, type Known } from './item.js'
import { failureFrom, failureRow, type Place } from './reasons.js'
import type { ArticleRow, FailureRow } from '../spec/index.js'

/** What stands in an input, before anything is read from it. */
export type Content =
  | { readonly kind: 'text' | 'html' | 'part' | 'title'; readonly text: string }
  | { readonly kind: 'text' | 'html'; readonly bytes: Uint8Array; readonly label?: string | undefined }
  | { readonly kind: DocumentKind; readonly bytes: Uint8Array }

/** A document that was found and not yet read. Plain data, so that another thread can read it and be stopped when it does not come to an end. */
export interface Pending {
  readonly input: Place
  readonly known: Known
  readonly content: Content
  /** Publication day where the document has none of its own. */
  readonly date?: Day | undefined
  /** Where it was fetched from, where the document does not say. */
  readonly from?: string | undefined
}

export const isPending = (it: Pending | FailureRow): it is Pending => !('failure' in it)

/** Reads a document. Never throws for what it holds. */
export async function readPending(pending: Pending, limits: Limits = LIMITS): Promise<Item> {
  const { input, known, content, date, from } = pending
  try {
    const address = known.uri ?? from
    if (content.kind === 'eml' || content.kind === 'pdf' || content.kind === 'docx')
      return await readDocument(content.bytes, content.kind, input, date)
    const text = 'text' in content ? content.text : decode(content.bytes, 'label' in content ? content.label : undefined).text
    if (text.trim() === '' && !('text' in content)) return failureRow(input, 'empty', 'holds white space alone', { id: known.id })
    const hashed = {
      ...articleIn(content.kind, text, known, address, limits),
      bytes: sha256('text' in content ? content.text : content.bytes),
    }
    const item = found(input, hashed, known, date)
    return item.article.uri !== undefined || from === undefined ? item : { ...item, article: { uri: from, ...item.article } }
  } catch (error) {
    return failureFrom(error, input, 'damaged-document', known.id)
  }
}

function articleIn(
  kind: 'text' | 'html' | 'part' | 'title',
  text: string,
  known: Known,
  address: string | undefined,
  limits: Limits,
): ArticleRow {
  if (kind === 'html') return articleFromHtml(text, address, undefined, limits)
  if (kind === 'part') return articleOfItem(text, known.title, address, limits)
  return kind === 'title' ? articleOfTitle(text) : articleFromText(text, undefined, limits.text)
}
