import { EFFECTS, madeDocument } from '../made.mjs'

const { openSqlite } = await import(new URL('../../packages/demarche/dist/store/index.js', import.meta.url).href)

const put = async (store, from, to) => {
  const rows = Array.from({ length: to - from }, (_, i) => madeDocument(from + i))
  await store.put(rows.map(({ id, input, article }) => ({ id, input, article })))
  await store.commit(
    rows.map((row) => ({ id: row.id, row })),
    'bench',
  )
}

/** Makes a ledger of so many made documents, three events each, and says what it holds. */
export async function fill(path, documents, batch = 500) {
  const store = openSqlite({ path, access: 'write', effects: EFFECTS })
  for (let n = 0; n < documents; n += batch) await put(store, n, Math.min(n + batch, documents))
  await store.settle()
  await store.close()
}

export async function counts(path) {
  const store = openSqlite({ path, access: 'read', effects: EFFECTS })
  try {
    return await store.counts()
  } finally {
    await store.close()
  }
}

/** Writes made documents, a batch at a time with its events and entries, until the process is ended; so many a second, or as fast as it can. */
export async function write(path, from, { batch, perSecond }) {
  const store = openSqlite({ path, access: 'write', effects: EFFECTS })
  for (let n = from; ; n += batch) {
    const begun = performance.now()
    await put(store, n, n + batch)
    await store.settle()
    const rest = perSecond === undefined ? 0 : (batch / perSecond) * 1000 - (performance.now() - begun)
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest))
  }
}
