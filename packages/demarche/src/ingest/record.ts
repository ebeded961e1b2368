import type { Day } from '../time/index.js'
import { givenDay } from './days.js'
import type { FailureRow } from '../spec/index.js'
import type { Known } from './item.js'
import type { Pending } from './pending.js'
import { failureRow, type Place } from './reasons.js'

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

/** A row as a document to be read. The text of a row stays exactly as given. A broken row is a failure of its own, under its own id where it has one. */
export function itemFromRow(row: unknown, input: Place, date: Day | undefined, limit: number): Pending | FailureRow {
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    return failureRow(input, 'bad-row', 'is not an object with named fields')
  const fields = row as Readonly<Record<string, unknown>>
  const id = word(fields, 'id')
  const { text, html } = fields
  const content = (kind: 'text' | 'html', it: string): Pending | FailureRow =>
    it.length > limit
      ? failureRow(input, 'too-big', `its ${kind} has ${it.length} characters`, { id })
      : { input, known: { ...knownOf(fields), id }, content: { kind, text: it }, date }
  if (typeof text === 'string' && (text !== '' || typeof html !== 'string'))
    return text === '' ? failureRow(input, 'empty', 'its text is empty', { id }) : content('text', text)
  if (typeof html === 'string') return content('html', html)
  return failureRow(input, 'bad-row', 'has neither text nor html', { id })
}
