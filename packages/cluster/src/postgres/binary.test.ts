import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres, withoutPostgres, type Server } from '../servers.test.suite.js'
import { copy, storable, type Cell } from './copy.js'
import { openDatabase, type Database } from './database.js'
import { orderOf, vectorOf } from './words.js'

if (withoutPostgres !== undefined) process.stdout.write(`the tests of COPY are skipped: ${withoutPostgres}\n`)

describe.skipIf(withoutPostgres !== undefined)('rows by binary COPY', () => {
  let server: Server
  let db: Database
  beforeAll(async () => {
    server = await startPostgres()
    db = openDatabase(server.url, 1)
    await db.query(
      'CREATE TABLE it (n bigint, t text, d date, i integer, b boolean, y bytea, ts text[], ns bigint[], v tsvector, PRIMARY KEY (n))',
    )
  }, 60_000)
  afterAll(async () => {
    await db?.close()
    await server?.stop()
  }, 60_000)

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('\0', '\\N', '\\.', '\ud800', 'a\tb\nc'),
  )
  const row = fc.record({
    t: fc.option(text),
    d: fc.option(fc.integer({ min: -350_000, max: 100_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))),
    i: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
    b: fc.option(fc.boolean()),
    y: fc.option(fc.uint8Array({ maxLength: 200 })),
    ts: fc.option(fc.array(text, { maxLength: 5 })),
    ns: fc.option(fc.array(fc.maxSafeInteger(), { maxLength: 5 })),
    words: fc.string({ maxLength: 80 }),
  })
  const wellFormed = (it: string): string => Buffer.from(storable(it)).toString()

  test('come back as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
        const cells = rows.map(({ t, d, i, b, y, ts, ns, words }, n): Cell[] => [n, t, d, i, b, y, ts, ns, vectorOf(words)])
        const found = await db.transaction(async (sql) => {
          await copy(sql, 'it', 'n bigint, t text, d date, i integer, b boolean, y bytea, ts text[], ns bigint[], v tsvector', cells)
          const back = await sql.query('SELECT t, d::text AS d, i, b, y, ts, ns::text[] AS ns, v::text AS v FROM it ORDER BY n')
          await sql.query('DELETE FROM it')
          return back
        })
        expect(found.map(({ v, ...rest }) => ({ ...rest, words: orderOf(String(v)) }))).toEqual(
          rows.map(({ t, ts, ns, y, words, ...rest }) => ({
            ...rest,
            t: t === null ? null : wellFormed(t),
            ts: ts === null ? null : ts.map(wellFormed),
            ns: ns === null ? null : ns.map(String),
            y: y === null ? null : Buffer.from(y),
            words: orderOf([...vectorOf(words)].map(([word, places]) => `'${word}':${places.join(',')}`).join(' ')),
          })),
        )
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('a long one is sent in pieces, and one that does not fit is undone whole', async () => {
    const rows = Array.from({ length: 3000 }, (_, n): Cell[] => [n, 'x'.repeat(n)])
    expect(
      await db.transaction(async (sql) => {
        await copy(sql, 'it', 'n bigint, t text', rows)
        return (await sql.query('SELECT count(*) AS n, sum(length(t)) AS length FROM it'))[0]
      }),
    ).toEqual({ n: 3000, length: (2999 * 3000) / 2 })
    await expect(
      db.transaction((sql) =>
        copy(sql, 'it', 'n bigint, t text', [
          [9000, 'a'],
          [1, 'twice'],
        ]),
      ),
    ).rejects.toThrow('duplicate key')
    expect((await db.query('SELECT count(*) AS n FROM it'))[0]).toEqual({ n: 3000 })
  })
})
