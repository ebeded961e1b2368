import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { EFFECTS, fill, storeContract, telling } from '../contract.test.suite.js'
import { migrate, migrations } from './migrate.js'
import { openDatabase } from './open.js'
import { openSqlite } from './store.js'

const folder = mkdtempSync(join(tmpdir(), 'demarche-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let number = 0
const path = (): string => join(folder, `${number++}.db`)

storeContract('SQLite', () => openSqlite({ path: path(), access: 'write', effects: EFFECTS }))

test('a reader in another connection sees what was committed', async () => {
  const file = path()
  const writer = openSqlite({ path: file, access: 'write', effects: EFFECTS })
  await fill(writer, [telling({ id: 'a', day: '2024-06-14' })])
  const reader = openSqlite({ path: file, access: 'read', effects: EFFECTS })
  expect((await reader.counts()).events).toBe(1)
  await fill(writer, [telling({ id: 'b', day: '2024-08-14' })])
  expect((await reader.counts()).events).toBe(2)
  await reader.close()
  await writer.close()
})

test('two that write in turn number words alike', async () => {
  const file = path()
  const [a, b] = [
    openSqlite({ path: file, access: 'write', effects: EFFECTS }),
    openSqlite({ path: file, access: 'write', effects: EFFECTS }),
  ]
  await fill(a, [telling({ id: 'a', day: '2024-06-14' })])
  await fill(b, [telling({ id: 'b', day: '2024-07-14', who: ['POL', 'BLR'] })])
  await fill(a, [telling({ id: 'c', day: '2024-08-14', who: ['POL', 'BLR'] })])
  const reader = openSqlite({ path: file, access: 'read', effects: EFFECTS })
  expect((await reader.events({ actor: ['state:POL'] })).events).toHaveLength(2)
  expect(await reader.verify()).toEqual([])
  for (const store of [a, b, reader]) await store.close()
})

test('more claims than are kept in mind are settled while others are committed', async () => {
  const store = openSqlite({ path: path(), access: 'write', effects: EFFECTS })
  const row = telling({ id: 'a', day: '2024-06-14' })
  const claims = Array.from({ length: 20_001 }, (_, i) => ({ ...row.claims[0]!, id: `claim-${i}`, type: `T${i}` }))
  await store.put([{ id: 'a', input: row.input, article: row.article }])
  await store.commit([{ id: 'a', row: { ...row, claims } }], '1')
  expect((await store.counts()).events).toBe(20_001)
  await store.close()
})

test.each([
  ['a folder that is not there', () => join(folder, 'none', 'x.db'), 'write', 'no-store'],
  ['a database that is not there', () => path(), 'read', 'no-store'],
  [
    'a file that is no database',
    () => {
      const file = path()
      writeFileSync(file, 'no database at all, but long enough to be looked at as one'.repeat(20))
      return file
    },
    'write',
    'damaged-store',
  ],
] as const)('%s is a clear error', (_, file, access, reason) => {
  expect(() => openSqlite({ path: file(), access, effects: EFFECTS })).toThrow(
    expect.objectContaining({ fault: expect.objectContaining({ reason }) as unknown }) as Error,
  )
})

test('a newer schema and a changed migration are refused', () => {
  const file = path()
  const db = openDatabase(file, 'write')
  expect(() => migrate(db, file, [])).toThrow('written by a newer version of demarche')
  const changed = migrations().map((it) => ({ ...it, checksum: 'x' }))
  expect(() => migrate(db, file, changed)).toThrow('is not the one of this program')
  db.close()
})

test('what was altered is named', async () => {
  const file = path()
  const store = openSqlite({ path: file, access: 'write', effects: EFFECTS })
  await fill(store, [telling({ id: 'a', day: '2024-06-14' }), telling({ id: 'b', day: '2024-09-14' })])
  await fill(store, [telling({ id: 'c', day: '2024-10-14' })])
  expect(await store.verify()).toEqual([])
  const altered = async (sql: string): Promise<string[]> => {
    const copy = path()
    await store.backup(copy)
    const db = openDatabase(copy, 'write')
    db.exec(sql)
    db.close()
    const reader = openSqlite({ path: copy, access: 'read', effects: EFFECTS })
    const faults = await reader.verify()
    await reader.close()
    return faults.map((it) => it.replace(/(event|entry) \S+:/, '$1:'))
  }
  const from = (table: string, column: string): string =>
    `UPDATE ${table} SET ${column} = (SELECT ${column} FROM ${table} WHERE n = 2) WHERE n = 1`
  const coded = 'document a: what was coded from it is not what was committed'
  const raw = 'the raw document is not the one that came in'
  expect(await altered('UPDATE body SET raw = (SELECT raw FROM body WHERE n = 3) WHERE n = 1')).toEqual([
    `document a: ${raw}`,
    `document b: ${raw}`,
    'document b: what was coded from it is not what was committed',
  ])
  expect(await altered('UPDATE document SET hash = (SELECT hash FROM document WHERE n = 2) WHERE n = 1')).toEqual([
    `document a: ${raw}`,
    coded,
  ])
  expect(await altered("UPDATE word SET text = 'another' WHERE n = (SELECT path FROM document WHERE n = 1)")).toContain(
    'batch 1: does not fit the chain',
  )
  expect(await altered(from('coded', 'row'))).toEqual([coded])
  expect(await altered(from('claim', 'claim'))).toContain(coded)
  expect(await altered('UPDATE batch SET documents = zeroblob(34)')).toContain('batch 1: does not fit the chain')
  expect(await altered('UPDATE event SET type = NULL WHERE n = 1')).toEqual(['event: is not what its claims give'])
  expect(await altered('DELETE FROM event_party WHERE event = 1')).toEqual(['event: is not what its claims give'])
  expect(await altered('UPDATE claim SET report = zeroblob(9) WHERE n = 1')).toContainEqual(expect.stringMatching(/^event/))
  expect(await altered('UPDATE entry SET row = zeroblob(4)')).toEqual([
    'entry: is not what its events give',
    expect.stringContaining('is missing'),
  ])
  await store.close()
})

test('a backup is a whole store', async () => {
  const store = openSqlite({ path: path(), access: 'write', effects: EFFECTS })
  await fill(store, [telling({ id: 'a', day: '2024-06-14' })])
  const copy = path()
  await store.backup(copy)
  await store.close()
  const reader = openSqlite({ path: copy, access: 'read', effects: EFFECTS })
  expect([(await reader.counts()).events, await reader.verify()]).toEqual([1, []])
  await reader.close()
})
