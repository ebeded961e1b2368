import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'

// Documents that would stop the program, among good ones, through the program as it is installed.
const folder = mkdtempSync(join(tmpdir(), 'demarche-limits-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const bin = join(import.meta.dirname, '../packages/demarche/bin/demarche.js')

interface Row {
  readonly id: string
  readonly claims?: readonly unknown[]
  readonly article?: { readonly degraded?: readonly string[] }
  readonly failure?: { readonly reason: string; readonly stage?: string; readonly tries?: number }
}
function code(limits: object, input: string, ...files: string[]): { readonly rows: Row[]; readonly status: number | null } {
  const path = join(folder, 'limits.json')
  writeFileSync(path, JSON.stringify(limits))
  const { stdout, status } = spawnSync('node', [bin, 'code', '--jsonl', '--limits', path, '-', ...files], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return {
    rows: stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row),
    status,
  }
}
const good = (id: string): string =>
  `${JSON.stringify({ id, text: 'Armenia recalled its ambassador from Belarus on Thursday.', published: '2024-06-13' })}\n`
const heavy = JSON.stringify({
  id: 'heavy',
  text: 'The president of Armenia said on Monday that the prime minister of Belarus had met him in Minsk. '.repeat(2000),
})

test('a document that takes too long is stopped, tried once more and refused; those around it are coded', { timeout: 60_000 }, () => {
  const { rows, status } = code({ cpu: 0.5 }, `${good('a')}${heavy}\n${good('b')}`)
  expect(rows.map(({ id }) => id)).toEqual(['a', 'heavy', 'b'])
  expect(rows[1]!.failure).toMatchObject({ reason: 'cpu-limit', stage: 'code', tries: 2 })
  expect([rows[0]!.claims?.length, rows[2]!.claims?.length]).toEqual([1, 1])
  expect(status).toBe(4)
})

test('a worker without the memory that it needs is a reason, not a crash', { timeout: 60_000 }, () => {
  const { rows, status } = code({ heap: 16 }, good('a'))
  expect(rows.map(({ failure }) => failure?.reason)).toEqual(['memory-limit'])
  expect(status).toBe(1)
})

test('bombs of every packing are refused by their growth, and soft limits are told in the row', { timeout: 60_000 }, () => {
  const zeros = Buffer.alloc(40_000_000)
  const files = [join(folder, 'a.txt.gz'), join(folder, 'b.txt.br')]
  writeFileSync(files[0]!, gzipSync(zeros))
  writeFileSync(files[1]!, brotliCompressSync(zeros))
  const deep = JSON.stringify({
    id: 'deep',
    html: `${'<div>'.repeat(5000)}<p>Armenia recalled its ambassador from Belarus on Thursday, the ministry said in a statement.</p>`,
  })
  const long = JSON.stringify({ id: 'long', text: `Armenia recalled its ambassador from Belarus. ${'a'.repeat(500)} It is over.` })
  const { rows } = code({}, `${deep}\n${long}\n`, ...files)
  expect(rows[0]!.article?.degraded).toEqual(['depth'])
  expect(rows[1]!.article?.degraded).toEqual(['word'])
  expect(rows.slice(2).map(({ failure }) => failure?.reason)).toEqual(['bomb', 'bomb'])
})

test('twelve million characters on one line are coded as far as the limits of text go', { timeout: 60_000 }, () => {
  const text = 'Armenia recalled its ambassador from Belarus on Thursday, the ministry said. '.repeat(160_000)
  const { rows } = code({ cpu: 6 }, `${JSON.stringify({ id: 'line', text, published: '2024-06-13' })}\n`)
  expect(rows[0]!.failure).toBeUndefined()
  expect(rows[0]!.claims!.length).toBeGreaterThan(0)
  expect(rows[0]!.article?.degraded).toEqual(['text', 'tokens'])
})
