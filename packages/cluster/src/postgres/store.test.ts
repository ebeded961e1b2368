import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { all, EFFECTS, fill, storeContract, telling } from '../../../demarche/src/store/contract.test.suite.js'
import { lookUpContract } from '../../../demarche/src/store/look-ups.test.suite.js'
import { startPostgres, withoutPostgres, type Server } from '../servers.test.suite.js'
import { openDatabase } from './database.js'
import { openPostgres } from './store.js'

if (withoutPostgres !== undefined) process.stdout.write(`the tests of the shared store are skipped: ${withoutPostgres}\n`)

describe.skipIf(withoutPostgres !== undefined)('PostgreSQL', () => {
  let server: Server
  let number = 0
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server?.stop(), 60_000)

  async function database(): Promise<string> {
    const name = `test_${number++}`
    const db = openDatabase(server.url, 1)
    await db.query(`CREATE DATABASE ${name}`)
    await db.close()
    return server.url.replace(/[^/]+$/, name)
  }
  const fresh = async () => openPostgres({ url: await database(), access: 'write', effects: EFFECTS })

  storeContract('PostgreSQL', fresh)
  lookUpContract('PostgreSQL', async () => {
    const store = await fresh()
    return { store, look: store, upToDate: async () => {}, close: () => store.close() }
  })

  test('several programs set up one database at the same time', async () => {
    const url = await database()
    const stores = await Promise.all(Array.from({ length: 4 }, () => openPostgres({ url, access: 'write', effects: EFFECTS })))
    const rows = Array.from({ length: 8 }, (_, i) => telling({ id: `d${i}`, day: `202${i}-01-01` }))
    await Promise.all(stores.map((store) => store.put(rows.map(({ id, input, article }) => ({ id, input, article })))))
    // Each document by each worker, as after a redelivery: the effect is that of one.
    await Promise.all(stores.flatMap((store) => rows.map((row) => store.commit([{ id: row.id, row }], 'coder 1'))))
    await Promise.all(stores.map((store) => store.settle()))
    expect(await stores[0]!.counts()).toEqual({
      documents: 8,
      waiting: 0,
      coded: 8,
      refused: 0,
      unread: 0,
      claims: 8,
      events: 8,
      entries: 1,
    })
    expect(await stores[1]!.verify()).toEqual([])
    const db = openDatabase(url, 1)
    expect((await db.query("SELECT count(*) AS n FROM pg_class WHERE relispartition AND relkind = 'r'"))[0]!['n']).toBe(32)
    expect((await db.query('SELECT count(*) AS n FROM batch'))[0]!['n']).toBe(8)
    await db.close()
    await Promise.all(stores.map((store) => store.close()))
  })

  test('what is committed while others settle is settled by the next', async () => {
    const url = await database()
    const [a, b] = await Promise.all([0, 1].map(() => openPostgres({ url, access: 'write', effects: EFFECTS })))
    const rows = Array.from({ length: 40 }, (_, i) => telling({ id: `d${i}`, day: `2024-01-${String(1 + (i % 20)).padStart(2, '0')}` }))
    await a!.put(rows.map(({ id, input, article }) => ({ id, input, article })))
    await Promise.all(rows.flatMap((row, i) => [(i % 2 ? a! : b!).commit([{ id: row.id, row }], 'coder 1'), (i % 2 ? b! : a!).settle()]))
    await a!.settle()
    expect((await all(a!.allEvents())).flatMap(({ claims }) => claims)).toHaveLength(40)
    expect(await b!.verify()).toEqual([])
    await Promise.all([a!.close(), b!.close()])
  })

  test('what somebody has leased keeps nobody from the rest, and is free again when he dies', async () => {
    const url = await database()
    const store = await openPostgres({ url, access: 'write', effects: EFFECTS })
    const sides = [
      ['ARM', 'BLR'],
      ['QAT', 'SAU'],
    ] as const
    const rows = sides.map((who, i) => telling({ id: `d${i}`, day: '2024-01-01', who }))
    await store.put(rows.map(({ id, input, article }) => ({ id, input, article })))
    for (const row of rows) await store.commit([{ id: row.id, row }], 'coder 1')
    const db = openDatabase(url, 2)
    const events = async (): Promise<unknown> => (await db.query('SELECT count(*) AS n FROM event'))[0]!['n']
    let settling: Promise<unknown> | undefined
    let done = false
    const dying = db.transaction(async (sql) => {
      expect(await sql.query('SELECT n FROM dirty_block ORDER BY n LIMIT 1 FOR UPDATE SKIP LOCKED')).toHaveLength(1)
      settling = store.settle().then(() => (done = true))
      await expect.poll(events, { timeout: 10_000 }).toBe(1)
      expect(done).toBe(false)
      throw new Error('died')
    })
    await expect(dying).rejects.toThrow('died')
    await settling
    expect([await events(), done]).toEqual([2, true])
    expect(await store.verify()).toEqual([])
    await Promise.all([db.close(), store.close()])
  })

  test('a reader never sets up; wrong addresses are clear errors that hide the password', async () => {
    const reason = (reason: string, place: RegExp): unknown =>
      expect.objectContaining({ fault: expect.objectContaining({ reason, place: expect.stringMatching(place) as unknown }) as unknown })
    const url = await database()
    await expect(openPostgres({ url, access: 'read', effects: EFFECTS })).rejects.toEqual(reason('no-store', /^postgres:/))
    await expect(openPostgres({ url: `${url}_none`, access: 'write', effects: EFFECTS })).rejects.toEqual(reason('no-store', /none/))
    await expect(openPostgres({ url: 'postgres://me:secret@127.0.0.1:1/x', access: 'read', effects: EFFECTS })).rejects.toEqual(
      reason('no-server', /^postgres:\/\/127/),
    )
  })

  test('a store is backed up while it is in use', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'demarche-dump-'))
    const store = await fresh()
    await fill(store, [telling({ id: 'a', day: '2024-06-14' })])
    await store.backup(join(folder, 'a.dump'))
    await expect(store.backup(join(folder, 'none', 'a.dump'))).rejects.toThrow('pg_dump failed')
    await store.close()
    rmSync(folder, { recursive: true })
  })
})
