import type { CountryCodes, Release, Source } from '../export/index.js'
import { cameoNames, coderVersion } from '../bundle.js'
import type { DocumentRow, EventRow } from '../spec/index.js'
import type { Store } from '../store/index.js'
import { byCodeUnit } from '../text/index.js'

/** Everything that a release is written from, as known on a day (now, without one). */
export async function releaseOf(store: Store, knownAt: string | undefined, countries: ReadonlyMap<string, CountryCodes>): Promise<Release> {
  const events: EventRow[] = []
  for await (const event of store.allEvents(knownAt)) events.push(event)
  const months = new Map<string, number>()
  for await (const { article } of store.documents()) {
    const day = article.published?.day
    if (day === undefined || (knownAt !== undefined && day > knownAt)) continue
    months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + 1)
  }
  return {
    version: coderVersion(),
    knownAt: knownAt ?? null,
    events,
    entries: await store.entries([], knownAt),
    source: sources(store),
    countries,
    documents: new Map([...months].toSorted(([a], [b]) => byCodeUnit(a, b))),
    cameo: cameoNames(),
  }
}

// Reports of one document tend to follow each other: the last one read is kept.
function sources(store: Store): Release['source'] {
  let last: DocumentRow | undefined
  return async (document, id): Promise<Source | undefined> => {
    if (last?.id !== document) last = await store.row(document)
    const claim = last?.claims.find((it) => it.id === id)
    if (!last || !claim) return undefined
    return {
      article: last.article,
      claim,
      sentence: last.sentences.findIndex(({ span }) => span.from <= claim.sentence.from && claim.sentence.from < span.to),
    }
  }
}
