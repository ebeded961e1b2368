import { readCorrection, type Correction } from '../story/index.js'
import { byCodeUnit } from '../text/index.js'
import type { Served } from './served.js'

/** Failures that one answer lists. */
const LISTED = 1000

interface Runs {
  readonly version: string
  readonly counts: Record<string, number>
  readonly coders: { coder: string; documents: number }[]
  readonly failures: { id: string; path: string; reason: string; place: string; cure: string }[]
  readonly corrections: Correction[]
}

/** What the ledger holds and which coder made it, what failed and why, what people corrected. */
export async function runsOf({ store, version }: Pick<Served, 'store' | 'version'>): Promise<Runs> {
  const coders = new Map<string, number>()
  for await (const { coder } of store.documents('coded')) if (coder !== undefined) coders.set(coder, (coders.get(coder) ?? 0) + 1)
  const failures: Runs['failures'] = []
  for await (const { id, input, failure } of store.documents('refused')) {
    if (failures.length === LISTED) break
    if (failure) failures.push({ id, path: input.path, reason: failure.reason, place: failure.place, cure: failure.cure })
  }
  return {
    version,
    counts: { ...(await store.counts()) },
    coders: [...coders].map(([coder, documents]) => ({ coder, documents })).toSorted((a, b) => byCodeUnit(a.coder, b.coder)),
    failures,
    corrections: (await store.corrections()).map((line, i) => readCorrection(line, i + 1)),
  }
}
