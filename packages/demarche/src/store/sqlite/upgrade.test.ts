import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import type { DocumentRow } from '../../spec/index.js'
import { EFFECTS, telling } from '../contract.test.suite.js'
import type { Store } from '../ports.js'
import { openSqlite } from './store.js'

const folder = mkdtempSync(join(tmpdir(), 'demarche-upgrade-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// Ledgers of schemas 2 and 3, as the programs of those schemas wrote them: three documents, settled; two more that were not settled, one of them of the same event;
// and one of the first three coded anew.
const FIRST = [
  telling({ id: 'a', day: '2024-06-14' }),
  telling({ id: 'b', day: '2024-06-14' }),
  telling({ id: 'c', day: '2024-09-14', rule: 'return' }),
]
const MORE = [telling({ id: 'd', day: '2024-06-15', on: '2024-06-14' }), telling({ id: 'e', day: '2024-12-01' })]
const AGAIN = [telling({ id: 'c', day: '2024-09-14', rule: 'return', on: '2024-09-12' })]

async function add(store: Store, rows: readonly DocumentRow[], coder: string): Promise<void> {
  await store.put(rows.map(({ id, input, article }) => ({ id, input, article })))
  await store.commit(
    rows.map((row) => ({ id: row.id, row })),
    coder,
  )
}

async function content(store: Store): Promise<unknown> {
  const events = []
  for await (const event of store.allEvents()) events.push(event)
  const rows = []
  for await (const row of store.rows()) rows.push(row)
  const waiting = [await store.countWaiting('1'), await store.countWaiting('2')]
  const found = (await store.events({ text: 'return' })).events.map(({ id }) => id)
  return { events, rows, entries: await store.entries([]), parties: await store.parties(), waiting, found, counts: await store.counts() }
}

function released(version: number): string {
  const path = join(folder, `${Math.random()}.db`)
  writeFileSync(path, gunzipSync(readFileSync(new URL(`./released/schema-${version}.db.gz`, import.meta.url))))
  return path
}

test.each([2, 3])('a ledger of schema %i is read on as if this program had written it', async (version) => {
  const path = released(version)
  expect(() => openSqlite({ path, access: 'read', effects: EFFECTS })).toThrow(`its schema is of version ${version}`)
  const old = openSqlite({ path, access: 'write', effects: EFFECTS })
  await old.settle()
  const fresh = openSqlite({ path: join(folder, `fresh-${version}.db`), access: 'write', effects: EFFECTS })
  await add(fresh, FIRST, '1')
  await fresh.settle()
  await add(fresh, MORE, '1')
  await add(fresh, AGAIN, '2')
  await fresh.settle()
  expect(await content(old)).toEqual(await content(fresh))
  expect(await old.verify()).toEqual([])
  // Claims of both programs are one event where they tell one.
  const more = [telling({ id: 'f', day: '2024-06-16', on: '2024-06-14' }), telling({ id: 'g', day: '2024-12-02', on: '2024-12-01' })]
  for (const store of [old, fresh]) {
    await add(store, more, '2')
    await store.settle()
  }
  expect(await content(old)).toEqual(await content(fresh))
  expect((await old.counts()).events).toBe(3)
  expect(await old.verify()).toEqual([])
  await old.close()
  await fresh.close()
})

test.each([2, 3])('an upgraded ledger of schema %i takes a recoding of all its documents', async (version) => {
  const store = openSqlite({ path: released(version), access: 'write', effects: EFFECTS })
  await add(store, [...FIRST, ...MORE, ...AGAIN], '3')
  await store.settle()
  expect(await store.countWaiting('3')).toBe(0)
  expect(await store.verify()).toEqual([])
  expect(await store.entries([])).toHaveLength(3)
  await store.close()
})
