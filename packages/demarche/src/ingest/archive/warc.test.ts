import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { LIMITS } from '../../limits/index.js'
import { isFailure, isPending, readPending, type Item } from '../index.js'
import { readWarc } from './items.js'

const PROSE =
  'The foreign minister met his counterpart in the capital on Tuesday, and both said that the border would open again before the winter.'
const page = (n: number): string =>
  `<html><head><title>Page ${n}</title></head><body><article><h1>Page ${n}</h1><p>${PROSE} It was meeting ${n}.</p><p>${PROSE}</p></article></body></html>`
const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex')

function record(n: number, digest?: string): string {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page(n)}`
  const lines = [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Record-ID: <urn:${n}>`,
    'WARC-Date: 2024-03-05T10:00:00Z',
    `WARC-Target-URI: http://news.example/${n}`,
    'Content-Type: application/http; msgtype=response',
    `WARC-Payload-Digest: sha1:${digest ?? sha1(page(n))}`,
    `Content-Length: ${Buffer.byteLength(http)}`,
  ]
  return `${lines.join('\r\n')}\r\n\r\n${http}\r\n\r\n`
}
async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const read = async (bytes: Uint8Array, gzip: boolean, size = 777): Promise<string[]> => {
  const items: Item[] = []
  for await (const item of readWarc(pieces(bytes, size), 'a.warc', gzip, undefined, LIMITS))
    items.push(isPending(item) ? await readPending(item) : item)
  return items.map((item) =>
    isFailure(item) ? `! ${item.failure.reason}` : `${item.id} ${item.article.title} ${item.article.published?.day}`,
  )
}
const good = (...numbers: number[]): string[] => numbers.map((n) => `<urn:${n}> Page ${n} 2024-03-05`)

test('records, plain and packed, in pieces of any size', async () => {
  const text = record(1) + record(2) + record(3)
  expect(await read(Buffer.from(text), false, 13)).toEqual(good(1, 2, 3))
  const packed = Buffer.concat([1, 2, 3].map((n) => gzipSync(record(n))))
  expect(await read(packed, true, 10)).toEqual(good(1, 2, 3))
})

test('a false digest, a false length, a cut end are named, and the other records are read', async () => {
  expect(await read(Buffer.from(record(1) + record(2, 'a'.repeat(40)) + record(3)), false)).toEqual([
    ...good(1),
    '! digest-mismatch',
    ...good(3),
  ])
  expect(await read(Buffer.from(record(1) + record(2).replace(/Content-Length: \d+/, 'Content-Length: 90') + record(3)), false)).toEqual([
    ...good(1),
    '! damaged-archive',
    ...good(3),
  ])
  expect(await read(Buffer.from(record(1) + record(2).slice(0, -80)), false)).toEqual([...good(1), '! damaged-archive'])
})

test('every byte of a gzip member that is changed is seen', async () => {
  const [a, b, c] = [1, 2, 3].map((n) => gzipSync(record(n)))
  for (let at = 12; at < b!.length; at += 37) {
    const broken = Buffer.from(b!)
    broken[at]! ^= 0x55
    const out = await read(Buffer.concat([a!, broken, c!]), true)
    expect([out[0], out.at(-1), out.some((line) => line.startsWith('!'))]).toEqual([...good(1), ...good(3), true])
  }
})
