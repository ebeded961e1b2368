import type { ArticleRow, FailureRow } from '../spec/index.js'
import { contentId, sha256 } from '../text/index.js'
import { isDay, type Day } from '../time/index.js'
import type { Place } from './reasons.js'

/** A document that was read: where it came from, its id, the article with what was removed. */
export interface Found {
  readonly input: Place
  readonly id: string
  readonly article: ArticleRow
}
export type Item = Found | FailureRow

export const isFailure = (item: Item): item is FailureRow => 'failure' in item

/** What is known of a document besides its content; everything optional. Empty strings count as unknown. */
export interface Known {
  readonly id?: string | undefined
  readonly uri?: string | undefined
  readonly title?: string | undefined
  readonly byline?: string | undefined
  readonly publisher?: string | undefined
  readonly language?: string | undefined
  readonly published?: ArticleRow['published'] | undefined
}

/** Adds what is known from outside (a row, a feed, the command line) to an article; what was given wins over what was found. */
export function withKnown(article: ArticleRow, known: Known): ArticleRow {
  const { id: _, ...fields } = known
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''))
  return { ...article, ...given, published: known.published ?? article.published ?? null }
}

/** The finished item. Without an id of its own a document is named by the hash of its text. */
export function found(input: Place, article: ArticleRow, known: Known, date: Day | undefined): Found {
  const whole = withKnown(article, known)
  const published = whole.published ?? (date !== undefined && isDay(date) ? { day: date, basis: 'given' as const } : null)
  return { input, id: known.id ? storable(known.id) : contentId('doc', whole.text), article: { ...whole, published } }
}

/** Longest id in UTF-16 units. */
const LONGEST = 500

// No database keeps a NUL or half a surrogate pair in a key, or a key of any length.
function storable(id: string): string {
  const whole = Buffer.from(id.replaceAll('\0', '\ufffd'), 'utf8').toString('utf8')
  return whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST - 50)}#${sha256(whole, 40)}`
}
