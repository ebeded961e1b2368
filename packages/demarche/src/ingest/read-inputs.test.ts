import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { once } from './bytes.js'
import { isFailure, readInputs, type Item, type ReadOptions } from './index.js'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'ingest-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}
const all = async (specs: readonly string[], options: ReadOptions = {}): Promise<Item[]> => {
  const items = []
  for await (const item of readInputs(specs, options)) items.push(item)
  return items
}
const say = (item: Item): string => (isFailure(item) ? `! ${item.failure.reason}` : item.article.text)

test('a text file comes back unchanged, byte order mark aside', async () => {
  const [item] = await all([write('a.txt', '\ufeffOne.\r\n\r\nTwo. ')], { date: '2024-05-01' })
  expect(item).toMatchObject({ article: { text: 'One.\r\n\r\nTwo. ', removed: [], published: { day: '2024-05-01', basis: 'given' } } })
})

test('rows keep their own ids, days and titles, and their number', async () => {
  const rows =
    '{"id":7,"text":"a b","published":"2024-02-03T10:00:00Z"}\n\n{"text":"c","date":"5 March 2024","title":"T","uri":"http://x.example/"}\r\n'
  expect(await all([write('a.jsonl', rows)], { date: '2020-01-01' })).toMatchObject([
    { id: '7', input: { item: 0 }, article: { text: 'a b', published: { day: '2024-02-03', basis: 'given' } } },
    { input: { item: 2 }, article: { text: 'c', title: 'T', uri: 'http://x.example/', published: { day: '2024-03-05' } } },
  ])
})

test('a bad row is named and the rest goes on', async () => {
  const rows = [
    '{"id":"a","text":1}',
    'nonsense',
    '[]',
    'null',
    '{"id":"d","text":"x","date":"soon"}',
    '{"id":"e","text":""}',
    '{"id":"g","text":"good"}',
  ]
  const items = await all([write('a.jsonl', rows.join('\n'))])
  expect(items.map(say)).toEqual(['! bad-row', '! not-json', '! bad-row', '! bad-row', 'x', '! empty', 'good'])
  expect(items.map((item) => item.id).filter((id) => id.length === 1)).toEqual(['a', 'd', 'e', 'g'])
})

test('tables: quoted cells, semicolons, tabs', async () => {
  expect((await all([write('a.csv', 'id,text\n1,"a, ""b""\nc"\n2,d\n')])).map(say)).toEqual(['a, "b"\nc', 'd'])
  expect((await all([write('b.csv', 'ID;Text\n1;x\n')])).map(say)).toEqual(['x'])
  expect((await all([write('c.tsv', 'text\tdate\nsaid "no\t2024-01-01\n')])).map(say)).toEqual(['said "no'])
  expect((await all([write('d.csv', 'a,b\n1,2\n')])).map(say)).toEqual(['! bad-table'])
})

test('folders and globs in the order of names; hidden files are passed over', async () => {
  for (const name of ['d/b.txt', 'd/a.txt', 'd/e/c.txt', 'd/.x.txt', 'd/n.md']) write(name, name)
  expect((await all([join(folder, 'd')])).map(say)).toEqual(['d/a.txt', 'd/b.txt', 'd/e/c.txt', 'd/n.md'])
  expect((await all([join(folder, 'd/*.txt')])).map(say)).toEqual(['d/a.txt', 'd/b.txt'])
  expect((await all([join(folder, 'd/**/{c,n}.*')])).map(say)).toEqual(['d/e/c.txt', 'd/n.md'])
  expect((await all([join(folder, 'nothing*')])).map(say)).toEqual(['! missing'])
})

test('packed files are unpacked, damaged ones named', async () => {
  const packed = gzipSync('{"text":"x"}\n')
  expect((await all([write('a.jsonl.gz', packed)])).map(say)).toEqual(['x'])
  expect((await all([write('a.txt.br', brotliCompressSync('y'))])).map(say)).toEqual(['y'])
  expect((await all([write('b.txt.gz', gzipSync('z'.repeat(9999)).subarray(0, 30))])).map(say)).toEqual(['! damaged-gzip'])
})

test('standard input is known by its first bytes', async () => {
  const from = (text: string): Promise<Item[]> => all(['-'], { stdin: once(Buffer.from(text)) })
  expect((await from('{"text":"x"}\n')).map(say)).toEqual(['x'])
  expect((await from('Plain words.')).map(say)).toEqual(['Plain words.'])
  expect((await from('')).map(say)).toEqual(['! empty'])
})

test('any lines between good rows leave the good rows whole', async () => {
  const good = '{"id":"g","text":"good"}'
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes.filter((b) => b !== 10)))),
      async (junk) => {
        const stdin = once(
          Buffer.concat([Buffer.from(good), ...junk.flatMap((line) => [Buffer.from('\n'), line]), Buffer.from(`\n${good}`)]),
        )
        expect((await all(['-'], { stdin })).filter((item) => item.id === 'g')).toHaveLength(2)
      },
    ),
    { numRuns: 60 },
  )
})

test('an archive is known by its first bytes, packed or not, where it has no name', async () => {
  const head = (length: number): string =>
    `WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:${length}>\r\nWARC-Date: 2024-03-05T10:00:00Z\r\nWARC-Target-URI: http://a.example/${length}\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\n\r\n`
  const records = ['Armenia recalled its envoy.', 'Belarus sent its envoy back to Yerevan.'].map(
    (text) => `${head(text.length)}${text}\r\n\r\n`,
  )
  const plain = Buffer.from(records.join(''))
  const packed = Buffer.concat(records.map((it) => gzipSync(it)))
  for (const bytes of [plain, packed])
    expect((await all(['-'], { stdin: once(bytes) })).map(say)).toEqual([
      'Armenia recalled its envoy.',
      'Belarus sent its envoy back to Yerevan.',
    ])
})
