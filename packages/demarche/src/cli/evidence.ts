import type { DocumentRow, EventRow } from '../spec/index.js'
import type { Store } from '../store/index.js'
import { compare, inForce, readCorrection, type Report, reportsOf } from '../story/index.js'
import { addDays } from '../time/index.js'
import { printable } from './cell.js'
import { eventLine } from './look.js'

/** Days around an event in which those that it was kept apart from are shown. */
const NEAR = 30
const SHOWN = 5

interface Evidence {
  readonly event: EventRow
  readonly reports: readonly {
    readonly claim: string
    readonly document: string
    readonly why: string
    readonly title?: string
    readonly publisher?: string
    readonly sentence: string
    /** The act's word, as offsets in the article's text. */
    readonly trigger: { readonly from: number; readonly to: number }
    readonly word: string
  }[]
  /** Events of the same type and parties that are near in time, and why each is another one. */
  readonly apart: readonly { readonly event: string; readonly why: string }[]
}

/** An event of the ledger, by its id or that of one of its claims, down to the characters that tell it; undefined when there is none. */
export async function evidenceOf(store: Store, id: string): Promise<Evidence | undefined> {
  const event = (await store.event(id)) ?? (await store.eventOfClaim(id))
  if (!event) return undefined
  const reports: Evidence['reports'][number][] = []
  for (const { id: claim, document, why } of event.claims) {
    const row = await store.row(document)
    const found = row?.claims.find((it) => it.id === claim)
    if (row && found) reports.push({ claim, document, why, ...shown(row, found) })
  }
  return { event, reports, apart: await apartFrom(store, event) }
}

function shown(
  { article }: DocumentRow,
  { sentence, trigger }: DocumentRow['claims'][number],
): Pick<Evidence['reports'][number], 'sentence' | 'trigger' | 'word' | 'title' | 'publisher'> {
  return {
    ...(article.title === undefined ? {} : { title: article.title }),
    ...(article.publisher === undefined ? {} : { publisher: article.publisher }),
    sentence: article.text.slice(sentence.from, sentence.to),
    trigger,
    word: article.text.slice(trigger.from, trigger.to),
  }
}

async function apartFrom(store: Store, event: EventRow): Promise<Evidence['apart']> {
  const { from, to } = event.when
  const ids = [...event.actors, ...event.recipients].map((it) => it.id)
  if (from === undefined || to === undefined || event.type === null || ids.length === 0) return []
  const sides = ids.length > 1 ? { pair: [[ids[0]!], ids.slice(1)] as const } : { actor: ids }
  const { events } = await store.events({ ...sides, type: event.type, from: addDays(from, -NEAR), to: addDays(to, NEAR), limit: 20 })
  const own = await reportIn(store, event)
  const found: { event: string; why: string }[] = []
  for (const other of events.filter((it) => it.id !== event.id).slice(0, SHOWN)) {
    const theirs = await reportIn(store, other)
    if (own && theirs)
      found.push({
        event: other.id,
        why: `kept apart because ${compare(own, theirs).same ? 'other reports are nearer' : compare(own, theirs).why}`,
      })
  }
  return found
}

/** The first report of an event. */
async function reportIn(store: Store, { claims: [first] }: EventRow): Promise<Report | undefined> {
  const row = first && (await store.row(first.document))
  if (!row) return undefined
  const log = inForce((await store.corrections()).map((line, i) => readCorrection(line, i + 1)))
  return reportsOf(row, log).find(({ claim }) => claim.id === first.id)
}

export function evidenceText({ event, reports, apart }: Evidence): string {
  const told = reports.map(
    ({ why, publisher, title, sentence, word, trigger, document, claim }) =>
      `\n  ${why}\n  ${[publisher, title].filter(Boolean).join(': ')}\n    “${sentence.replace(/\s+/g, ' ')}”\n    “${word}” at ${trigger.from}..${trigger.to} of ${document}, ${claim}\n`,
  )
  const others = apart.map((it) => `  ${it.event}: ${it.why}\n`)
  const answer = event.respondsTo === undefined ? '' : `  in response to ${event.respondsTo}\n`
  return printable(`${eventLine(event)}\n${answer}${told.join('')}${others.length > 0 ? `\n${others.join('')}` : ''}`)
}
