import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
// @ts-expect-error a script without types
import { golden, programHash, sumsOf } from '../scripts/golden.mjs'

// The same documents give the same bytes: whatever the order of input, the number of threads, the time zone, the language of the machine, and when they come twice.
const root = join(import.meta.dirname, '..')
const bin = join(root, 'packages/demarche/bin/demarche.js')
const folder = mkdtempSync(join(tmpdir(), 'demarche-bytes-'))
// The first articles of each file: enough that several tell one event, and that every order of them can go wrong.
const ARTICLES = 5
const inputs = readdirSync(join(root, 'examples'))
  .filter((name) => name.endsWith('.jsonl'))
  .toSorted()
  .map((name) => {
    const path = join(folder, name)
    writeFileSync(
      path,
      readFileSync(join(root, 'examples', name), 'utf8')
        .split('\n')
        .slice(0, ARTICLES)
        .join('\n') + '\n',
    )
    return path
  })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (env: Record<string, string>, ...args: string[]): string =>
  execFileSync('node', [bin, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 28,
  })

/** The checksums of a release of the ledger that these inputs give. */
function release(name: string, files: readonly string[], threads: string, env: Record<string, string> = {}, twice = false): string {
  const db = join(folder, `${name}.db`)
  const out = join(folder, name)
  for (let i = 0; i < (twice ? 2 : 1); i++) run(env, 'ingest', '--db', db, '--threads', threads, ...files)
  run(env, 'export', '--db', db, '--format', 'csv,jsonl,gdelt,panels', '--out', out)
  return readFileSync(join(out, 'SHA256SUMS'), 'utf8')
}

let expected: string
beforeAll(() => {
  expected = release('plain', inputs, '1')
}, 60_000)

test.each([
  ['reversed', inputs.toReversed(), '1', {}, false],
  ['two threads', inputs, '2', {}, false],
  ['elsewhere', inputs, '1', { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }, false],
  ['twice', inputs, '1', {}, true],
] as const)('%s', (name, files, threads, env, twice) => expect(release(name, files, threads, env, twice)).toBe(expected), 60_000)

// Other programs give other bytes; the checksums bind the one that they were written for, on whatever machine and Node.
test.skipIf(golden()?.program !== programHash())(
  'as this release gave them where it was made',
  () => expect(sumsOf()).toEqual((golden() as { sums: string[] }).sums),
  120_000,
)

test('rebuilt from the raw documents', () => {
  const out = join(folder, 'rebuilt')
  run({}, 'rebuild', '--db', join(folder, 'plain.db'), '--threads', '1', '--out', `${out}.db`)
  run({}, 'export', '--db', `${out}.db`, '--format', 'csv,jsonl,gdelt,panels', '--out', out)
  expect(readFileSync(join(out, 'SHA256SUMS'), 'utf8')).toBe(expected)
}, 60_000)

test('a document a line, as it was asked for, in the order of input', () => {
  const rows = run({}, 'code', '--jsonl', inputs[0]!)
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: string }).id)
  expect(rows).toEqual(
    readFileSync(inputs[0]!, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id),
  )
})
