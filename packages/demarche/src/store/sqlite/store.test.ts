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

test('a reader in another connection sees what was committed', () => {
  const file = path()
  const writer = openSqlite({ path: file, access: 'write', effects: EFFECTS })
  fill(writer, [telling({ id: 'a', day: '2024-06-14' })])
  const reader = openSqlite({ path: file, access: 'read', effects: EFFECTS })
  expect(reader.counts().events).toBe(1)
  fill(writer, [telling({ id: 'b', day: '2024-08-14' })])
  expect(reader.counts().events).toBe(2)
  reader.close()
  writer.close()
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
  expect(() => openSqlite({ path: file(), access, effects: EFFECTS })).toThrow(expect.objectContaining({ fault: expect.objectContaining({ reason }) as unknown }) as Error)
})

test('a newer schema and a changed migration are refused', () => {
  const file = path()
  const db = openDatabase(file, 'write')
  expect(() => migrate(db, file, [])).toThrow('written by a newer version of demarche')
  const changed = migrations().map((it) => ({ ...it, checksum: 'x' }))
  expect(() => migrate(db, file, changed)).toThrow('is not the one of this program')
  db.close()
})
