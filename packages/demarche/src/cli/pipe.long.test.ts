import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../../..')
const bin = join(root, 'packages/demarche/bin/demarche.js')
const articles = readFileSync(join(root, 'examples/qatar-saudi-arabia.jsonl'), 'utf8').trim().split('\n')
const ids = (out: string): unknown[] =>
  out
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: unknown }).id)
const reason = (line: string): unknown => (JSON.parse(line) as { failure?: { reason: string } }).failure?.reason

test('a line a document, in order, whatever the lines hold', () => {
  const lines = [articles[0]!, 'no JSON at all', '{"id": "empty", "text": ""}', '[]', articles[1]!, '{"id": "nothing"}', articles[2]!]
  const { stdout, status } = spawnSync('node', [bin, 'worker', '--pipe', '--threads', '2'], { input: lines.join('\n'), encoding: 'utf8' })
  const rows = stdout.trim().split('\n')
  expect(rows.map(reason)).toEqual([undefined, 'not-json', 'empty', 'bad-row', undefined, 'bad-row', undefined])
  expect(ids(stdout).filter((id) => !String(id).startsWith('input-'))).toEqual([
    'qatar-saudi-arabia-01',
    'empty',
    'qatar-saudi-arabia-02',
    'nothing',
    'qatar-saudi-arabia-03',
  ])
  expect(status).toBe(4)
}, 60_000)

test('it gives the rows that `demarche code` gives', () => {
  const input = articles.slice(0, 2).join('\n')
  const run = (...args: string[]): string =>
    execFileSync('node', [bin, ...args], { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })
  expect(run('worker', '--pipe')).toBe(run('code', '--jsonl', '-'))
}, 60_000)

const parallel = (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, 'parallel')))
if (!parallel) process.stdout.write('the test with GNU parallel is skipped: it is not installed (apt-get install parallel)\n')

// The command of docs/cluster.md, with the program of this folder.
test.skipIf(!parallel)(
  'GNU parallel shares the lines among filters and keeps their order',
  () => {
    const doc = readFileSync(join(root, 'docs/cluster.md'), 'utf8')
    const command = /^parallel --pipe .*$/m.exec(doc)?.[0]
    expect(command).toBeDefined()
    const out = execFileSync(
      'sh',
      [
        '-c',
        command!
          .replace('demarche worker', `node ${bin} worker`)
          .replace('< articles.jsonl', '')
          .replace('> coded.jsonl', '')
          .replace('10M', '5k'),
      ],
      {
        input: `${articles.join('\n')}\n`,
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    )
    expect(ids(out)).toEqual(ids(articles.join('\n')))
  },
  120_000,
)
