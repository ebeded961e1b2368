import type { EventQuery } from 'demarche/store'
import { phrasesIn } from '../postgres/words.js'
import { keyOf } from './rows.js'

/** A question of events: what is asked of, and its values. `sql` is what follows FROM; `first`, `id`, `row` and the other columns are those of the day. */
export interface Question {
  readonly sql: string
  readonly params: Readonly<Record<string, string | readonly string[]>>
}

const COLUMNS = ['type', 'status', 'historical', 'first', 'last', 'place', 'country', 'quad', 'goldstein', 'parties', 'others', 'row']

/** Events as they are now, or as they were known on a day. */
function source(day: string | undefined, narrowed: string): string {
  if (day === undefined) return `event FINAL WHERE ${narrowed}`
  const then = COLUMNS.map((it) => `if(whole, ${it}, v.${it}) AS ${it}`).join(', ')
  return `(SELECT id, known, ${then}, if(whole, sentences, arraySlice(sentences, 1, v.reports)) AS sentences
    FROM (SELECT *, told <= {day:String} AS whole, arrayLast(it -> it.known <= {day:String}, earlier) AS v FROM event FINAL WHERE known <= {day:String} AND ${narrowed})
    SETTINGS prefer_column_name_to_alias = 1) WHERE TRUE`
}

type Asked = { readonly [key in keyof EventQuery]: EventQuery[key] | undefined }

/** What a query of events asks. */
export function questionOf(query: Asked, sides: readonly (readonly string[])[] = []): Question {
  const params: Record<string, string | string[]> = {}
  const narrow: string[] = ['TRUE']
  const parts: string[] = ['TRUE']
  const text = (name: string, value: string): string => {
    params[name] = keyOf(value)
    return `{${name}:String}`
  }
  const list = (name: string, values: readonly string[]): string => {
    params[name] = values.map(keyOf)
    return `{${name}:Array(String)}`
  }
  // Whom an event ever named is written beside it: that is a list to look into, and the event itself decides.
  const named = (ids: string): number => narrow.push(`id IN (SELECT id FROM event_party WHERE has(${ids}, party))`)
  const actor = query.actor && list('actor', query.actor)
  if (actor !== undefined) {
    named(actor)
    parts.push(`hasAny(parties, ${actor})`)
  }
  if (query.pair) {
    const [a, b] = [list('a', query.pair[0]), list('b', query.pair[1])]
    named(a)
    named(b)
    parts.push(`arrayExists(x -> has(${a}, x) AND arrayExists(y -> y != x AND has(${b}, y), parties), parties)`)
  }
  for (const [i, ids] of sides.entries()) {
    const side = list(`side${i}`, ids)
    named(side)
    parts.push(`(hasAny(parties, ${side}) OR hasAny(others, ${side}))`)
  }
  if (query.type !== undefined) parts.push(`type = ${text('type', query.type)}`)
  if (query.status !== undefined) parts.push(`status = ${text('status', query.status)}`)
  if (query.historical !== undefined) parts.push(query.historical ? 'historical' : 'NOT historical')
  if (query.from !== undefined) parts.push(`last >= ${text('from', query.from)}`)
  if (query.to !== undefined) parts.push(`first != '' AND first <= ${text('to', query.to)}`)
  if (query.place !== undefined) {
    const place = text('place', query.place)
    parts.push(`${place} != '' AND (place = ${place} OR country = ${place})`)
  }
  if (query.text !== undefined) {
    const phrases = phrasesIn(query.text)
    if (phrases.length === 0) parts.push('FALSE')
    narrow.push(`id IN (SELECT id FROM event WHERE hasAll(words, ${list('words', phrases.flat())}))`)
    const all = phrases.map((words, i) => `position(it, ${text(`phrase${i}`, ` ${words.join(' ')} `)}) > 0`)
    parts.push(`arrayExists(it -> ${all.join(' AND ') || 'TRUE'}, sentences)`)
  }
  if (query.knownAt !== undefined) text('day', query.knownAt)
  return { sql: `${source(query.knownAt, narrow.join(' AND '))} AND ${parts.join(' AND ')}`, params }
}
