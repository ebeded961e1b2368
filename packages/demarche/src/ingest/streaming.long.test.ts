import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { isPending, pendingInputs } from './index.js'

// An archive as long as one likes, made while it is read: what is held of it must not grow. `npm run bench -- articles` does the same with a gigabyte.

const SIZE = 48 << 20
const STEP = 4 << 20
/** What may come and go between two looks: a few documents and pieces of the stream. */
const SLACK = 6 << 20

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const held = async (): Promise<number> => {
  for (let i = 0; i < 2; i++) {
    collect()
    await new Promise(setImmediate)
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const TEXT = 'The envoys of both states met in the harbour town and signed the protocol. '.repeat(120)
const row = (n: number): Buffer => Buffer.from(`${JSON.stringify({ id: `r${n}`, text: `${n} ${TEXT}` })}\n`)
function record(n: number): Buffer {
  const text = `${n} ${TEXT}`
  const head = [
    'WARC/1.0',
    'WARC-Type: resource',
    `WARC-Record-ID: <urn:${n}>`,
    'WARC-Date: 2024-03-05T10:00:00Z',
    `WARC-Target-URI: http://a.example/${n}`,
    'Content-Type: text/plain',
    `Content-Length: ${Buffer.byteLength(text)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}\r\n\r\n`)
}

test.each<readonly [string, (n: number) => Buffer, (plain: Buffer) => Uint8Array]>([
  ['JSONL', row, (plain) => plain],
  ['JSONL as one gzip stream a row', row, (plain) => gzipSync(plain, { level: 1 })],
  ['WARC', record, (plain) => plain],
  ['WARC, a gzip member a record', record, (plain) => gzipSync(plain, { level: 1 })],
])(
  '%s: memory does not grow with the length',
  async (_, make, pack) => {
    let [made, documents] = [0, 0]
    async function* stream(): AsyncGenerator<Uint8Array> {
      while (made < SIZE) {
        const plain = make(documents)
        made += plain.length
        documents++
        yield pack(plain)
      }
    }
    const looks: number[] = []
    let read = 0
    for await (const it of pendingInputs(['-'], { stdin: stream() })) {
      expect(isPending(it)).toBe(true)
      read++
      if (made > (looks.length + 1) * STEP) looks.push(await held())
    }
    expect(read).toBe(documents)
    expect(looks.length).toBeGreaterThan(8)
    expect(Math.max(...looks.slice(3)) - Math.max(...looks.slice(0, 3))).toBeLessThan(SLACK)
  },
  60_000,
)

test('and the test above sees what is kept', async () => {
  const before = await held()
  const kept = Array.from({ length: 2000 }, (_, n) => row(n))
  expect((await held()) - before).toBeGreaterThan(SLACK)
  expect(kept).toHaveLength(2000)
})
