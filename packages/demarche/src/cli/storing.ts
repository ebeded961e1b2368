import { isPending, pendingInputs, type ReadOptions } from '../ingest/index.js'
import { LIMITS } from '../limits/index.js'
import type { FailureRow } from '../spec/index.js'
import type { RawDocument, Store } from '../store/index.js'
import { contentId } from '../text/index.js'
import { BATCH } from './coding.js'
import { handsFor, inOrder, notFound } from './hands/index.js'
import { failureLine } from './items.js'

interface Storing extends ReadOptions {
  readonly threads?: number | undefined
  /** Only these inputs, by path and number; all without it. */
  readonly wanted?: (input: FailureRow['input']) => boolean
  /** Only documents with these ids; all without it. */
  readonly isNew?: (id: string) => boolean
}

/** Stores the documents of inputs as they came, before anything is coded, and keeps in quarantine what could not be read. What is read now leaves it. */
export async function storeInputs(
  store: Store,
  inputs: readonly string[],
  { threads, wanted, isNew, ...options }: Storing,
): Promise<{ readonly stored: number; readonly failed: number }> {
  const before = new Set<string>()
  for await (const { id } of store.refusals()) before.add(id)
  const readers = handsFor({ threads: threads ?? 1, limits: options.limits ?? LIMITS, codes: false })
  let [stored, failed] = [0, 0]
  let documents: RawDocument[] = []
  let failures: FailureRow[] = []
  const keep = async (): Promise<void> => {
    const released = documents.flatMap(({ id, input }) => [id, contentId('input', input.path, input.item)]).filter((id) => before.has(id))
    if (released.length > 0) await store.release(released)
    stored += await store.put(documents)
    if (failures.length > 0) await store.refuse(failures)
    documents = []
    failures = []
  }
  try {
    const items = inOrder(pendingInputs(inputs, options), readers.window, async (it) => {
      if (wanted && !wanted(it.input)) return undefined
      return isPending(it) ? readers.run({ do: 'read', pending: it }) : notFound(it)
    })
    for await (const item of items) {
      if (item === undefined) continue
      if ('failure' in item) {
        failed++
        failures.push(item)
        process.stderr.write(failureLine(item))
      } else if (isNew?.(item.id) ?? true) documents.push(item)
      if (documents.length + failures.length >= BATCH) await keep()
    }
    await keep()
  } finally {
    await readers.close()
  }
  return { stored, failed }
}
