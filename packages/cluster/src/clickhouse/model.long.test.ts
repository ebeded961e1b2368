import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { follow, type Changes, type Feed } from 'demarche/store'
import { all, EFFECTS, fill, telling } from '../../../demarche/src/store/contract.test.suite.js'
import { lookUpContract, type Answering } from '../../../demarche/src/store/look-ups.test.suite.js'
import { openDatabase } from '../postgres/database.js'
import { openPostgres } from '../postgres/store.js'
import { startClickHouse, startPostgres, withoutClickHouse, withoutPostgres, type Server } from '../servers.test.suite.js'
import { readAddress } from './address.js'
import { openClickHouse } from './model.js'

const without = withoutClickHouse ?? withoutPostgres
if (without !== undefined) process.stdout.write(`the tests of the read model are skipped: ${without}\n`)

describe.skipIf(without !== undefined)('ClickHouse', () => {
  let postgres: Server
  let clickhouse: Server
  let number = 0
  beforeAll(async () => {
    ;[postgres, clickhouse] = await Promise.all([startPostgres(), startClickHouse()])
  }, 60_000)
  afterAll(async () => {
    await Promise.all([postgres?.stop(), clickhouse?.stop()])
  }, 60_000)

  async function open() {
    const name = `test_${process.pid}_${number++}`
    const db = openDatabase(postgres.url, 1)
    await db.query(`CREATE DATABASE ${name}`)
    await db.close()
    const store = await openPostgres({ url: postgres.url.replace(/[^/]+$/, name), access: 'write', effects: EFFECTS })
    const url = `${clickhouse.url}/${name}`
    const look = await openClickHouse({ url, access: 'write', effects: EFFECTS })
    const close = async (): Promise<void> => {
      await Promise.all([look.close(), store.close()])
    }
    const upToDate = async (): Promise<void> => void (await follow(store.feed!, look, 'test'))
    return { store, look, url, feed: store.feed!, close, upToDate } satisfies Answering & { url: string; feed: Feed }
  }

  lookUpContract('ClickHouse', open)

  const rows = Array.from({ length: 30 }, (_, i) =>
    telling({
      id: `d${i}`,
      day: `2024-01-${String(1 + i).padStart(2, '0')}`,
      on: `2024-01-${String(1 + 3 * Math.floor(i / 3)).padStart(2, '0')}`,
    }),
  )
  const same = async ({ store, look }: Answering): Promise<void> => {
    expect(await all(look.allEvents())).toEqual(await all(store.allEvents()))
    expect(await look.entries([])).toEqual(await store.entries([]))
    expect(await look.parties()).toEqual(await store.parties())
  }

  test('a copy that is stopped goes on where it was, in parts of any size, while others write', async () => {
    const it = await open()
    await fill(it.store, rows.slice(0, 10))
    let place: string | undefined
    for (let i = 0; i < 4; i++) {
      const part = await it.feed.changes('test', place, 2)
      await it.look.apply(part)
      place = part.place
      await fill(it.store, rows.slice(10 + 5 * i, 15 + 5 * i))
    }
    expect(await it.look.place()).toBe(place)
    await follow(it.feed, it.look, 'test', { limit: 3 })
    await same(it)
    await it.close()
  })

  test('parts that come again, late, or twice at a time change nothing', async () => {
    const it = await open()
    const parts: Changes[] = []
    const keeping = { ...it.look, apply: async (part: Changes) => (parts.push(part), it.look.apply(part)) }
    for (let i = 0; i < 3; i++) {
      await fill(it.store, rows.slice(10 * i, 10 * i + 10), `coder ${i}`)
      await follow(it.feed, keeping, 'test', { limit: 7 })
    }
    for (const part of parts.toReversed()) await it.look.apply(part)
    await same(it)
    const other = await openClickHouse({ url: it.url, access: 'write', effects: EFFECTS })
    await fill(
      it.store,
      rows.slice(0, 20).map((row) => ({ ...row, claims: [] })),
      'coder 4',
    )
    await Promise.all([follow(it.feed, it.look, 'test', { limit: 2 }), follow(it.feed, other, 'test', { limit: 3 })])
    await follow(it.feed, other, 'test')
    await same(it)
    await other.close()
    await it.close()
  })

  test('a server that is killed is filled to the same; a model whose place is forgotten is filled anew', async () => {
    const it = await open()
    await fill(it.store, rows.slice(0, 12))
    await follow(it.feed, it.look, 'test', { limit: 5 })
    await clickhouse.kill()
    await fill(it.store, rows.slice(12, 20))
    if (clickhouse.pid() !== 0)
      await expect(follow(it.feed, it.look, 'test')).rejects.toEqual(
        expect.objectContaining({ fault: expect.objectContaining({ reason: 'no-server' }) as unknown }),
      )
    await clickhouse.start()
    await it.upToDate()
    await same(it)
    await it.feed.unfollow('test')
    await fill(
      it.store,
      rows.slice(0, 9).map((row) => ({ ...row, claims: [] })),
      'coder 2',
    )
    await it.upToDate()
    await same(it)
    await it.close()
  })

  test('what all have followed is not kept, and nothing is noted where nobody follows', async () => {
    const it = await open()
    const db = openDatabase(postgres.url.replace(/[^/]+$/, it.url.split('/').at(-1)!), 1)
    const noted = async (): Promise<number> => Number((await db.query('SELECT count(*) AS n FROM change'))[0]!['n'])
    await fill(it.store, rows.slice(0, 5))
    expect(await noted()).toBe(0)
    await it.upToDate()
    await fill(it.store, rows.slice(5, 9))
    expect(await noted()).toBeGreaterThan(0)
    await it.upToDate()
    await it.upToDate()
    expect(await noted()).toBe(0)
    await db.close()
    await it.close()
  })

  test('a reader never sets up; a wrong address is a clear error that hides the password', async () => {
    const reason = (reason: string, place: string): unknown =>
      expect.objectContaining({ fault: expect.objectContaining({ reason, place: expect.stringContaining(place) as unknown }) as unknown })
    await expect(openClickHouse({ url: `${clickhouse.url}/none`, access: 'read', effects: EFFECTS })).rejects.toEqual(
      reason('no-read-model', '/none'),
    )
    await expect(openClickHouse({ url: 'clickhouse://me:secret@127.0.0.1:1/x', access: 'read', effects: EFFECTS })).rejects.toEqual(
      reason('no-server', 'clickhouse://127.0.0.1:1/x'),
    )
  })
})

test('addresses of read models', () => {
  expect(readAddress('clickhouse://host')).toMatchObject({
    url: 'http://host:8123',
    username: 'default',
    password: '',
    database: 'demarche',
  })
  expect(readAddress('clickhouse://me:p%40ss@host:9999/news?secure=true')).toEqual({
    url: 'https://host:9999',
    username: 'me',
    password: 'p@ss',
    database: 'news',
    shown: 'clickhouse://host:9999/news',
  })
  for (const wrong of ['host', 'http://host', 'clickhouse://host/a;b', 'clickhouse://host/a?x=1', 'clickhouse:///a'])
    expect(() => readAddress(wrong)).toThrow('no address of a read model')
})
