import type { EventRow, PartyRow } from '../spec/index.js'
import type { Store } from '../store/index.js'
import { actorsFor, type Asked, queryOf } from './answers.js'

/** Actors that an answer lists. */
const ACTORS = 20

export interface Quote {
  readonly event: string
  readonly document: string
  /** The words of the sentence. */
  readonly sentence: string
}

export interface Found {
  readonly actors: PartyRow[]
  readonly events: EventRow[]
  readonly told: Quote[]
  readonly next?: string
}

/** Actors whose name holds the words `q`, and events whose sentences hold them, narrowed by the rest. `q` and `text` are the same to events. */
export async function search(store: Store, { q, ...asked }: Asked & { readonly q?: string | undefined }): Promise<Found> {
  const words = [q, asked.text].filter(Boolean).join(' ')
  const { events, next } = await store.events(await queryOf(store, { ...asked, text: words === '' ? undefined : words }))
  const actors = q === undefined || q.trim() === '' || asked.after !== undefined ? [] : await actorsFor(store, q, ACTORS)
  return { actors, events: [...events], told: await quotesOf(store, events, words), ...(next === undefined ? {} : { next }) }
}

/** For each event a sentence that tells it: the first that holds all of the words, else that of its first claim. Each document is read once. */
export async function quotesOf(store: Store, events: readonly EventRow[], words = ''): Promise<Quote[]> {
  const rows = new Map<string, Awaited<ReturnType<Store['row']>>>()
  const rowOf = async (id: string): Promise<Awaited<ReturnType<Store['row']>>> => {
    if (!rows.has(id)) rows.set(id, await store.row(id))
    return rows.get(id)
  }
  const wanted = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const found: Quote[] = []
  for (const { id: event, claims } of events) {
    let quote: Quote | undefined
    for (const { id, document } of wanted.length === 0 ? claims.slice(0, 1) : claims.slice(0, REPORTS)) {
      const row = await rowOf(document)
      const claim = row?.claims.find((it) => it.id === id)
      if (!row || !claim) continue
      const sentence = row.article.text.slice(claim.sentence.from, claim.sentence.to)
      const low = sentence.toLowerCase()
      const holds = wanted.every((word) => low.includes(word))
      if (quote === undefined || holds) quote = { event, document, sentence }
      if (holds) break
    }
    if (quote) found.push(quote)
  }
  return found
}

/** Reports of an event that are looked through for the words. */
const REPORTS = 5
