import type { Day } from '../time/index.js'
import { articleFromHtml } from './article-html.js'
import { articleFromText } from './article-text.js'
import { givenDay } from './days.js'
import { found, type Item, type Known } from './item.js'
import { failureFrom, failureRow, type Place } from './reasons.js'

// One row of a table or of JSONL: `text` or `html`, and optional id, title, byline, publisher, published (or date), uri (or url), language.

const word = (row: Readonly<Record<string, unknown>>, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const value = row[name]
    if (typeof value === 'string' && value.trim() !== '') return value
    if (typeof value === 'number') return String(value)
  }
  return undefined
}

/** What a row knows of its document. A `published` that is no day ("8:56 AM") counts as none: the day is then inferred from the text and marked so, and the document is not lost. */
function knownOf(row: Readonly<Record<string, unknown>>): Known {
  const stated = word(row, 'published', 'date')
  const day = stated === undefined ? undefined : givenDay(stated)
  return {
    uri: word(row, 'uri', 'url'),
    title: word(row, 'title'),
    byline: word(row, 'byline', 'author'),
    publisher: word(row, 'publisher', 'source'),
    language: word(row, 'language'),
    published: day === undefined ? undefined : { day, basis: 'given' },
  }
}

/** A row as an item. The text of a row stays exactly as given. A broken row is a failure of its own, under its own id where it has one. */
export function itemFromRow(row: unknown, input: Place, date: Day | undefined): Item {
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    return failureRow(input, 'bad-row', 'is not an object with named fields')
  const fields = row as Readonly<Record<string, unknown>>
  const id = word(fields, 'id')
  try {
    const known = { ...knownOf(fields), id }
    const { text, html } = fields
    if (typeof text === 'string' && (text !== '' || typeof html !== 'string')) {
      return text === '' ? failureRow(input, 'empty', 'its text is empty', { id }) : found(input, articleFromText(text), known, date)
    }
    if (typeof html === 'string') return found(input, articleFromHtml(html, known.uri), known, date)
    return failureRow(input, 'bad-row', 'has neither text nor html', { id })
  } catch (error) {
    return failureFrom(error, input, 'damaged-document', id)
  }
}
