import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

// The ledger as its users have it: by the command line alone.
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'demarche-ledger-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const db = at('ledger.db')

const bin = join(root, 'packages/demarche/bin/demarche.js')
const run = (...args: string[]): string =>
  execFileSync(process.execPath, [bin, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  })
/** What differs between two ledgers; a command that finds nothing has a status of its own. */
const differ = (a: string, b: string): string => spawnSync(process.execPath, [bin, 'diff', a, b], { encoding: 'utf8' }).stdout
const json = <T>(...args: string[]): T => JSON.parse(run(...args, '--json')) as T
interface Event {
  readonly id: string
  readonly type: string
  readonly when: { readonly from?: string }
  readonly claims: readonly { readonly id: string; readonly document: string }[]
}
const events = (...args: string[]): readonly Event[] => json<{ events: readonly Event[] }>('events', '--db', db, ...args).events

const article = (id: string, published: string, text: string): string =>
  JSON.stringify({ id, published, publisher: `Outlet ${id}`, title: '', text })
const ARTICLES = [
  article('a', '2024-03-05', 'Norway expelled two Chilean diplomats on Monday. Peru accused Chile of spying.'),
  article('b', '2024-03-06', 'On Monday Norway expelled two diplomats from Chile, its government said.'),
  article('c', '2024-06-12', 'Norway expelled a Chilean diplomat on Tuesday. Norway and Chile held talks in Oslo.'),
]
writeFileSync(at('in.jsonl'), ARTICLES.map((it) => `${it}\n`).join(''))
run('ingest', '--db', db, at('in.jsonl'))
const expulsions = (): readonly Event[] => events('--actor', 'NOR', '--type', 'SANCTION')

test('look-ups narrow by each option, as JSON and as CSV', { timeout: 60_000 }, () => {
  expect(expulsions().map(({ claims }) => claims.length)).toEqual([1, 2])
  expect(events('--actor', 'NOR', '--from', '2024-06-01').length).toBe(events('--actor', 'Norway').length - 1)
  expect(events('--text', 'spying').map(({ type }) => type)).toEqual(['ACCUSE'])
  expect(events('--actor', 'NOR', '--known-at', '2024-03-05').map(({ claims }) => claims.length)).toEqual([1])
  const csv = run('dyad', 'NOR', 'CHL', '--db', db, '--csv').trim().split('\n')
  expect(csv.length - 1).toBe(events('--actor', 'NOR').length)
  expect(csv[0]).toMatch(/^event,from,to,basis,type/)
  const [second] = expulsions()
  const told = run('explain', second!.id, '--db', db)
  expect(told).toContain('Norway expelled a Chilean diplomat on Tuesday')
  expect(told).toContain('first report')
})

test('two days of knowledge, and two ledgers, are compared', { timeout: 60_000 }, () => {
  const between = run('diff', '--db', db, '2024-03-05', '2024-12-31')
  expect(between).toMatch(/^\+ 2024-06-11 .*Norway/m)
  expect(between).toMatch(/1 changed/)
  const other = at('other.db')
  writeFileSync(at('two.jsonl'), ARTICLES.slice(0, 2).join('\n'))
  run('ingest', '--db', other, at('two.jsonl'))
  expect(run('diff', other, db)).toMatch(/^2 added, 0 removed, 0 changed/m)
})

test('corrections split and merge, are shared as lines, and are undone', { timeout: 60_000 }, () => {
  const [, first] = expulsions()
  const [a, b] = first!.claims
  const say = ['--db', db, '--who', 'Ann', '--why', 'read again']
  for (const [it, label] of [
    [a!, 'one'],
    [b!, 'two'],
  ] as const)
    run('correct', it.id, '--document', it.document, ...say, '--split', label)
  expect(expulsions().map(({ claims }) => claims.length)).toEqual([1, 1, 1])
  const log = run('correct', '--list', '--db', db)
  const shared = at('shared.db')
  run('ingest', '--db', shared, at('in.jsonl'))
  writeFileSync(at('log.jsonl'), log)
  run('correct', '--log', at('log.jsonl'), '--db', shared)
  expect(differ(db, shared)).toMatch(/0 added, 0 removed, 0 changed/)
  for (const line of log.trim().split('\n')) run('correct', '--undo', (JSON.parse(line) as { id: string }).id, ...say)
  expect(expulsions().map(({ claims }) => claims.length)).toEqual([1, 2])
  for (const { claims } of expulsions()) for (const it of claims) run('correct', it.id, '--document', it.document, ...say, '--merge', 'all')
  expect(expulsions().map(({ claims }) => claims.length)).toEqual([3])
})

test('a sheet that two people filled in says precision and how far they agree', { timeout: 60_000 }, () => {
  run('review', '--db', db, '--sample', '5', '--out', at('sheet.csv'))
  const [head, ...rows] = readFileSync(at('sheet.csv'), 'utf8').trim().split(/\r?\n/)
  const column = head!.split(',').indexOf('right')
  const filled = (name: string, answer: (i: number) => string): string => {
    const lines = rows.map((row, i) => {
      const empty = head!.split(',').length - column
      return `${row.slice(0, row.length - empty + 1)}${answer(i)}${','.repeat(empty - 1)}`
    })
    writeFileSync(at(name), `${[head, ...lines].join('\n')}\n`)
    return at(name)
  }
  const told = run(
    'review',
    filled('ann.csv', () => 'yes'),
    filled('ben.csv', (i) => (i === 0 ? 'no event' : 'yes')),
    '--db',
    db,
  )
  expect(told).toMatch(/ann/)
  expect(told).toMatch(/ben/)
  expect(told).toMatch(/alpha/i)
})

test('a backup of a ledger in use is whole, verified, and rebuilt from its raw documents to the same ledger', { timeout: 60_000 }, () => {
  run('backup', '--out', at('copy.db'), '--db', db)
  expect(run('verify', '--db', at('copy.db'))).toMatch(/sound|nothing|ok|whole/i)
  run('rebuild', '--db', at('copy.db'), '--out', at('again.db'))
  expect(differ(db, at('again.db'))).toMatch(/0 added, 0 removed, 0 changed/)
})
