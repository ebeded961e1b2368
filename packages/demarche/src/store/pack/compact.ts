import type { ClaimRow, DocumentRow } from '../../spec/index.js'
import type { Texts } from './texts.js'

type Loose = Record<string, unknown>
interface Span {
  readonly from: number
  readonly to: number
}

/** What a claim's code is: hardly more kinds of it than there are rules. */
const CODE = new Set(['rule', 'type', 'mode', 'contexts', 'cameo', 'quad', 'goldstein'])
/** Longer than this a text is hardly ever said twice. */
const LONGEST = 240

/**
 * The same row or claim in a shape that packs small: what comes again in other documents (an actor, a place, a claim's code) as one text, sentences and mentions as numbers.
 * What is not of the usual shape stays as it is, so that every row comes back field for field.
 */
export function compactRow(row: DocumentRow, texts: Texts): Loose {
  return {
    ...row,
    sentences: spansOnly(row.sentences) ?? row.sentences,
    mentions: mentions(row) ?? row.mentions,
    actors: row.actors.map((actor) => short(texts.of(actor)) ?? actor),
    places: row.places.map((place) => headed(place, texts)),
  }
}

export function expandRow(row: Loose, texts: Texts): DocumentRow {
  const actors = (row['actors'] as unknown[]).map((it) => (typeof it === 'string' ? { ...texts.value(it) } : it)) as DocumentRow['actors']
  const places = (row['places'] as unknown[]).map((it) => unheaded(it, texts)) as DocumentRow['places']
  const sentences = row['sentences'] as unknown[]
  const found = row['mentions'] as unknown[]
  return {
    ...row,
    sentences: typeof sentences[0] === 'number' ? spansOf(sentences as number[]) : sentences,
    mentions: typeof found[0] === 'number' ? mentionsOf(found as number[], actors) : found,
    actors,
    places,
  } as DocumentRow
}

export function compactClaim(claim: ClaimRow, texts: Texts): Loose {
  const all = claim as unknown as Loose
  const keys = Object.keys(claim)
  let [first, end, own] = [-1, 0, true]
  for (let i = 0; i < keys.length; i++) {
    if (!CODE.has(keys[i]!)) continue
    // Fields without a value are as if they were not there, and stand in no text.
    if (first >= 0 && i > end) own = false
    if (first < 0) first = i
    end = i + 1
  }
  const code = first >= 0 && own ? short(texts.of(claim, first, end)) : undefined
  const found: Loose = {}
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!
    if (code !== undefined && i === first) found['code'] = code
    else if (code === undefined || i < first || i >= end) found[key] = all[key]
  }
  found['actors'] = claim.actors.map((it) => headed(it, texts))
  found['recipients'] = claim.recipients.map((it) => headed(it, texts))
  return found
}

export function expandClaim(it: Loose, texts: Texts): ClaimRow {
  const found: Loose = {}
  for (const [key, value] of Object.entries(it)) {
    if (key === 'code') Object.assign(found, texts.value(value as string))
    else found[key] = key === 'actors' || key === 'recipients' ? (value as unknown[]).map((one) => unheaded(one, texts)) : value
  }
  return found as ClaimRow
}

const short = (json: string): string | undefined => (json.length <= LONGEST ? json : undefined)

/** An object whose first field is its span, as a list of the two. */
function headed(it: object, texts: Texts): unknown {
  const { span } = it as { readonly span?: Span }
  if (span === undefined || Object.keys(it)[0] !== 'span') return it
  const json = short(texts.of(it, 1))
  return json === undefined ? it : [span, json]
}

function unheaded(it: unknown, texts: Texts): unknown {
  if (!Array.isArray(it)) return it
  const [span, json] = it as [Span, string]
  return { span, ...texts.value(json) }
}

/** Steps from the end of one to the beginning of the next, and lengths. */
function spansOnly(items: readonly object[]): number[] | undefined {
  const found: number[] = []
  let last = 0
  for (const it of items) {
    const { span } = it as { readonly span: Span }
    if (Object.keys(it).length !== 1 || !plain(span)) return undefined
    found.push(span.from - last, span.to - span.from)
    last = span.to
  }
  return found
}

function spansOf(numbers: readonly number[]): { span: Span }[] {
  const found: { span: Span }[] = []
  for (let i = 0, last = 0; i < numbers.length; i += 2) {
    const from = last + numbers[i]!
    last = from + numbers[i + 1]!
    found.push({ span: { from, to: last } })
  }
  return found
}

const plain = (span: Span | undefined): span is Span =>
  span !== undefined && has(span, SPAN) && Number.isInteger(span.from) && Number.isInteger(span.to)

const SPAN = ['from', 'to']
const MENTION = ['span', 'kind']
const MENTION_OF = ['span', 'kind', 'actor']

/** Whether an object has these fields alone, in this order. */
function has(it: object, keys: readonly string[]): boolean {
  const own = Object.keys(it)
  if (own.length !== keys.length) return false
  for (let i = 0; i < keys.length; i++) if (own[i] !== keys[i]) return false
  return true
}

const KINDS: readonly DocumentRow['mentions'][number]['kind'][] = ['name', 'office', 'nationality', 'group', 'pronoun']

/** Step, length, and kind with the number of the actor, for each mention. */
function mentions({ mentions: all, actors }: DocumentRow): number[] | undefined {
  const numbers = new Map(actors.map(({ id }, i) => [id, i + 1]))
  const found: number[] = []
  let last = 0
  for (const it of all) {
    const { span, kind, actor } = it
    const number = actor === undefined ? 0 : numbers.get(actor)
    const usual = has(it, actor === undefined ? MENTION : MENTION_OF) && KINDS.includes(kind)
    if (!usual || !plain(span) || number === undefined) return undefined
    found.push(span.from - last, span.to - span.from, number * KINDS.length + KINDS.indexOf(kind))
    last = span.from
  }
  return found
}

function mentionsOf(numbers: readonly number[], actors: DocumentRow['actors']): DocumentRow['mentions'] {
  const found: DocumentRow['mentions'] = []
  for (let i = 0, from = 0; i < numbers.length; i += 3) {
    from += numbers[i]!
    const code = numbers[i + 2]!
    const actor = actors[Math.floor(code / KINDS.length) - 1]
    found.push({
      span: { from, to: from + numbers[i + 1]! },
      kind: KINDS[code % KINDS.length]!,
      ...(actor === undefined ? {} : { actor: actor.id }),
    })
  }
  return found
}
