import type { Doc } from '../doc/index.js'
import { loadPipeline, readArticle } from '../pipeline.js'
import type { DocumentRow } from '../spec/index.js'
import type { Store } from '../store/index.js'
import {
  type Article,
  compare,
  type Happening,
  happenings,
  inForce,
  readCorrection,
  type Report,
  reportsOf,
  threads,
} from '../story/index.js'
import { contentId } from '../text/index.js'
import { comparable, families } from './tellings.js'

/** One article's telling of a happening. */
interface Telling {
  readonly document: string
  readonly known: string | null
  readonly publisher?: string
  readonly from: number
  readonly to: number
  readonly word: string
  readonly sentence: string
  /** The claim that a rule makes of it, and the event of the ledger that this is of. */
  readonly claim?: string
  readonly event?: string
}

/** What several articles tell of one happening, coded or not. */
export interface Told {
  readonly story: string
  readonly family: string
  readonly told: readonly Telling[]
  /** Events of the ledger that are told here, the one with most tellings first; more than one may be one event that was kept apart. */
  readonly events: readonly string[]
  /** Why each of the others is not one event with the first. */
  readonly apart: readonly { readonly event: string; readonly from: string; readonly why: string }[]
}

/** What the articles tell together, what most of them tell first; without `all` only what a rule codes in one of them at least. */
export async function toldBy(store: Store, rows: readonly DocumentRow[], all: boolean): Promise<Told[]> {
  const articles = articlesOf(rows)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const reports = await reportsIn(store, rows)
  const found: Told[] = []
  for (const it of happenings(articles)) {
    const told = await Promise.all(it.told.map((one) => telling(store, byId.get(one.article)!, one, reports.get(one.article)!)))
    if (all || told.some(({ event }) => event !== undefined)) found.push({ ...it, told, ...eventsIn(told, reports) })
  }
  return found
}

/** What each word that names what happened is a mention of, across the articles. */
export interface Mentions {
  readonly id: string
  readonly mentions: readonly {
    readonly span: { readonly from: number; readonly to: number }
    /** One for all that the articles of one story tell by words of one family. */
    readonly event: string
    /** The claim that a rule makes of it, and the event of the ledger that this is of. */
    readonly claim?: string
    readonly ledger?: string
  }[]
}

/** The mentions of each article, in the order of the rows. */
export async function mentionsBy(store: Store, rows: readonly DocumentRow[]): Promise<Mentions[]> {
  const found = threads(articlesOf(rows))
  const reports = await reportsIn(store, rows)
  const all: Mentions[] = []
  for (const { id } of rows) {
    const mentions: Mentions['mentions'][number][] = []
    for (const { from, to, event } of found.get(id)!) {
      const claim = claimAt(reports.get(id)!, from, to)
      const ledger = claim && (await store.eventOfClaim(claim.id, id))
      mentions.push({
        span: { from, to },
        event: contentId('happening', event),
        ...(claim === undefined ? {} : { claim: claim.id }),
        ...(ledger === undefined ? {} : { ledger: ledger.id }),
      })
    }
    all.push({ id, mentions })
  }
  return all
}

function articlesOf(rows: readonly DocumentRow[]): Article[] {
  const pipeline = loadPipeline()
  const family = families()
  return rows.map(({ id, article }) => comparable(id, readArticle(pipeline, article, ['tokens', 'tags']) as Doc<'tokens' | 'tags'>, family))
}

async function reportsIn(store: Store, rows: readonly DocumentRow[]): Promise<Map<string, Report[]>> {
  const log = inForce((await store.corrections()).map((line, i) => readCorrection(line, i + 1)))
  return new Map(rows.map((row) => [row.id, reportsOf(row, log)]))
}

const claimAt = (reports: readonly Report[], from: number, to: number): Report['claim'] | undefined =>
  reports.find(({ claim: { trigger } }) => trigger.from < to && from < trigger.to)?.claim

async function telling(
  store: Store,
  { id, article, sentences }: DocumentRow,
  { from, to }: Happening['told'][number],
  reports: readonly Report[],
): Promise<Telling> {
  const claim = claimAt(reports, from, to)
  const event = claim && (await store.eventOfClaim(claim.id, id))
  const sentence = sentences.find(({ span }) => span.from <= from && from < span.to)?.span ?? { from, to }
  return {
    document: id,
    known: article.published?.day ?? null,
    ...(article.publisher === undefined ? {} : { publisher: article.publisher }),
    from,
    to,
    word: article.text.slice(from, to),
    sentence: article.text.slice(sentence.from, sentence.to),
    ...(claim === undefined ? {} : { claim: claim.id }),
    ...(event === undefined ? {} : { event: event.id }),
  }
}

function eventsIn(told: readonly Telling[], reports: ReadonlyMap<string, readonly Report[]>): Pick<Told, 'events' | 'apart'> {
  const count = new Map<string, number>()
  for (const { event } of told) if (event !== undefined) count.set(event, (count.get(event) ?? 0) + 1)
  const events = [...count.keys()].toSorted((a, b) => count.get(b)! - count.get(a)! || (a < b ? -1 : 1))
  const reportOf = (event: string): Report => {
    const { document, claim } = told.find((it) => it.event === event)!
    return reports.get(document)!.find((it) => it.claim.id === claim)!
  }
  const [first] = events
  const apart = events.slice(1).map((event) => {
    const [a, b] = [reportOf(first!), reportOf(event)]
    // Reports are compared within their type and their first two parties alone.
    const why = a.claim.type === b.claim.type ? compare(a, b) : { same: false, why: `types differ: ${a.claim.type}, ${b.claim.type}` }
    return { event, from: first!, why: why.same ? 'other reports are nearer, or the first parties differ' : why.why }
  })
  return { events, apart }
}
