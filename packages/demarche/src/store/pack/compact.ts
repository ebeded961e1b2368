import type { ClaimRow, DocumentRow } from '../../spec/index.js'

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
export function compactRow(row: DocumentRow): Loose {
  return {
    ...row,
    sentences: spansOnly(row.sentences) ?? row.sentences,
    mentions: mentions(row) ?? row.mentions,
    actors: row.actors.map((actor) => text(actor) ?? actor),
    places: row.places.map(headed),
  }
}

export function expandRow(row: Loose): DocumentRow {
  const actors = (row['actors'] as unknown[]).map((it) =>
    typeof it === 'string' ? (JSON.parse(it) as DocumentRow['actors'][number]) : it,
  ) as DocumentRow['actors']
  const places = (row['places'] as unknown[]).map(unheaded) as DocumentRow['places']
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

export function compactClaim(claim: ClaimRow): Loose {
  const keys = Object.keys(claim).filter((key) => claim[key as keyof ClaimRow] !== undefined)
  const first = keys.findIndex((key) => CODE.has(key))
  const end = keys.findLastIndex((key) => CODE.has(key)) + 1
  const own = first >= 0 && keys.slice(first, end).every((key) => CODE.has(key))
  const code = own ? text(Object.fromEntries(keys.slice(first, end).map((key) => [key, claim[key as keyof ClaimRow]]))) : undefined
  const found: Loose = {}
  for (const [i, key] of keys.entries()) {
    if (code !== undefined && i === first) found['code'] = code
    else if (code === undefined || i < first || i >= end) found[key] = claim[key as keyof ClaimRow]
  }
  found['actors'] = claim.actors.map(headed)
  found['recipients'] = claim.recipients.map(headed)
  return found
}

export function expandClaim(it: Loose): ClaimRow {
  const found: Loose = {}
  for (const [key, value] of Object.entries(it)) {
    if (key === 'code') Object.assign(found, JSON.parse(value as string))
    else found[key] = key === 'actors' || key === 'recipients' ? (value as unknown[]).map(unheaded) : value
  }
  return found as ClaimRow
}

function text(it: object): string | undefined {
  const json = JSON.stringify(it)
  return json.length <= LONGEST ? json : undefined
}

/** An object whose first field is its span, as a list of the two. */
function headed(it: object): unknown {
  const { span, ...rest } = it as { readonly span?: Span }
  const json = Object.keys(it)[0] === 'span' ? text(rest) : undefined
  return json === undefined || span === undefined ? it : [span, json]
}

function unheaded(it: unknown): unknown {
  if (!Array.isArray(it)) return it
  const [span, json] = it as [Span, string]
  return { span, ...(JSON.parse(json) as object) }
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
  span !== undefined && Object.keys(span).join() === 'from,to' && Number.isInteger(span.from) && Number.isInteger(span.to)

const KINDS: readonly DocumentRow['mentions'][number]['kind'][] = ['name', 'office', 'nationality', 'group', 'pronoun']

/** Step, length, and kind with the number of the actor, for each mention. */
function mentions({ mentions: all, actors }: DocumentRow): number[] | undefined {
  const numbers = new Map(actors.map(({ id }, i) => [id, i + 1]))
  const found: number[] = []
  let last = 0
  for (const it of all) {
    const { span, kind, actor } = it
    const keys = Object.keys(it).join()
    const number = actor === undefined ? 0 : numbers.get(actor)
    if (keys !== (actor === undefined ? 'span,kind' : 'span,kind,actor') || !plain(span) || number === undefined || !KINDS.includes(kind))
      return undefined
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
