import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { EFFECTS } from '../contract.test.suite.js'
import { lookUpContract } from '../look-ups.test.suite.js'
import { openSqlite } from './store.js'

const folder = mkdtempSync(join(tmpdir(), 'demarche-look-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let number = 0

lookUpContract('SQLite', async () => {
  const store = openSqlite({ path: join(folder, `${number++}.db`), access: 'write', effects: EFFECTS })
  return { store, look: store, upToDate: async () => {}, close: () => store.close() }
})
