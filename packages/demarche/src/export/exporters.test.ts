import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { parse } from 'csv-parse/sync'
import { Parser } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csvCell, EXPORTERS, writeRelease } from './index.js'
import { folded } from './ics.js'
import { madeRelease, textOf } from './made.test.suite.js'

const folder = mkdtempSync(join(tmpdir(), 'demarche-export-'))
const release = madeRelease()
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
const formats = EXPORTERS.map(({ format }) => format)

beforeAll(() => writeRelease(release, formats, folder))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(EXPORTERS)('$format', ({ files }) => {
  test('gives the same bytes twice', async () => {
    const bytes = async (): Promise<string[]> =>
      Promise.all(
        (await files(madeRelease())).map(
          async ({ name, content }) =>
            `${name} ${createHash('sha256')
              .update(content instanceof Uint8Array ? content : await textOf(content))
              .digest('hex')}`,
        ),
      )
    expect(await bytes()).toEqual(await bytes())
  })

  test('writes an empty ledger too', async () => {
    const empty = await files({ ...release, events: [], entries: [] })
    expect(empty.length).toBeGreaterThan(0)
    for (const { content } of empty) await expect(textOf(content)).resolves.toBeTypeOf('string')
  })
})

test('every file is in the checksums, and its sum is right', () => {
  const sums = read('SHA256SUMS')
    .trim()
    .split('\n')
    .map((line) => line.split('  ') as [string, string])
  expect(sums.map(([, name]) => name)).toEqual(
    readdirSync(folder)
      .filter((name) => name !== 'SHA256SUMS')
      .toSorted(),
  )
  for (const [sum, name] of sums)
    expect(
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ).toBe(sum)
})

test('a strict reader takes the CSV, and no cell is a formula', () => {
  const rows = parse(read('events.csv'), { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[]
  expect(rows.map((row) => [row['actors'], row['recipients'], row['killed_best'], row['killed_low']])).toEqual([
    ['state:ARM', 'state:BLR', '5', '3'],
    ['state:RUS', 'state:GBR', '', ''],
  ])
  expect(rows[0]!['place']).toBe('\'=HYPERLINK("x")\t"Minsk", <b>')
})

test('DuckDB reads Parquet and CSV back, alike', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const one = async (sql: string): Promise<unknown> => (await connection.runAndReadAll(sql)).getRowObjectsJson()
  expect(await one(`SELECT event, goldstein, reports, historical FROM '${folder}/events.parquet' ORDER BY event`)).toEqual(
    release.events
      .map(({ id, goldstein, claims, historical }) => ({ event: id, goldstein, reports: claims.length, historical }))
      .toSorted((a, b) => (a.event < b.event ? -1 : 1)),
  )
  expect(await one(`SELECT count(*)::INTEGER AS n FROM read_csv('${folder}/events.csv', header = true)`)).toEqual([
    { n: release.events.length },
  ])
  connection.closeSync()
})

test.each([
  ['gdelt.export.CSV', 61, 0],
  ['gdelt.mentions.CSV', 16, 0],
  ['icews.events.tab', 20, 1],
  ['polecat.events.txt', 40, 1],
])('%s has %i columns in every line', (name, width, heads) => {
  const lines = read(name).replace(/\n$/, '').split('\n')
  expect(lines.length).toBeGreaterThan(heads)
  for (const line of lines) expect(line.split('\t')).toHaveLength(width)
})

test('GDELT has ids, codes and quad class where its readers look for them', () => {
  const cells = read('gdelt.export.CSV').split('\n')[0]!.split('\t')
  expect([cells[1], cells[7], cells[17], cells[26], cells[29], cells[30], cells[31], cells[59]]).toEqual([
    '20240613',
    'ARM',
    'BLR',
    '161',
    '4',
    '-4',
    '2',
    '20240614000000',
  ])
  expect(Number.isSafeInteger(Number(cells[0]))).toBe(true)
})

test('panels count events of a month and give its documents', () => {
  const rows = parse(read('dyad-month.csv'), { columns: true }) as Record<string, string>[]
  expect(rows[0]).toMatchObject({
    month: '2024-06',
    actor: 'ARM',
    actor_cow: '371',
    recipient: 'BLR',
    material_conflict: '1',
    goldstein_mean: '-4',
    documents: '2',
  })
  expect((parse(read('country-month.csv'), { columns: true }) as unknown[]).length).toBe(4)
})

test('GeoJSON has no false point', () => {
  const { features } = JSON.parse(read('events.geojson')) as { features: { geometry: unknown }[] }
  expect(features.map(({ geometry }) => geometry)).toEqual([{ type: 'Point', coordinates: [27.56, 53.9] }, null])
})

test('GEXF is well-formed, whatever the names hold', () => {
  const open: string[] = []
  const parser = new Parser(
    { onopentag: (name) => open.push(name), onclosetag: (name) => expect(open.pop()).toBe(name) },
    { xmlMode: true },
  )
  parser.write(read('events.gexf'))
  parser.end()
  expect(open).toEqual([])
})

test('calendar lines are folded at 75 octets', () => {
  for (const line of read('events.ics').split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(folded('é'.repeat(80)).replaceAll('\r\n ', '').trim()).toBe('é'.repeat(80))
})

test('an annotation quotes the very characters', () => {
  const [first] = read('annotations.jsonl').split('\n')
  expect(JSON.parse(first!)).toMatchObject({ target: [{ selector: [{ start: 4, end: 10 }, { exact: 'recall' }] }, {}, {}] })
})

test('an unknown format is refused, and the known ones are named', async () => {
  await expect(writeRelease(release, ['stata'], folder)).rejects.toThrow(`there is no format “stata”; choose from ${formats.join(', ')}`)
})

test('a cell never becomes a formula, and a number stays a number', () => {
  expect(['=1+1', '+1', '-1', '@x', 'plain', 'a,b', 'say "x"'].map(csvCell)).toEqual([
    "'=1+1",
    "'+1",
    "'-1",
    "'@x",
    'plain',
    '"a,b"',
    '"say ""x"""',
  ])
  expect(csvCell(-4)).toBe('-4')
})
