import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

// What is refused, by the command line: kept with reason, place, stage and tries, shown, and tried again once the cure was applied.
const folder = mkdtempSync(join(tmpdir(), 'demarche-quarantine-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
const bin = join(import.meta.dirname, '../packages/demarche/bin/demarche.js')
const db = at('ledger.db')
const run = (...args: string[]) => spawnSync(process.execPath, [bin, ...args, '--db', db], { encoding: 'utf8' })
interface Row {
  readonly id: string
  readonly input: { readonly path: string; readonly item?: number | string }
  readonly failure: {
    readonly reason: string
    readonly stage: string
    readonly place: string
    readonly cure: string
    readonly tries?: number
  }
}
const list = (...args: string[]): Row[] =>
  run('quarantine', 'list', '--json', ...args)
    .stdout.split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)

const good = JSON.stringify({ id: 'good', published: '2024-06-13', text: 'Chad expelled a Nigerien envoy on Wednesday.' })
const heavy = JSON.stringify({
  id: 'heavy',
  published: '2024-06-13',
  text: Array.from({ length: 900 }, (_, i) => `Delegates of group ${i} met the envoys of Chad and Niger in N'Djamena on Monday. `).join(''),
})
writeFileSync(at('in.jsonl'), `${good}\n{"text": \n${heavy}\n`)
writeFileSync(at('empty.html'), '')
writeFileSync(at('tight.json'), '{"cpu": 0.3}')

test('what is refused is listed, shown, tried again, and gone once it could be coded', { timeout: 180_000 }, () => {
  expect(run('ingest', '--limits', at('tight.json'), at('in.jsonl'), at('empty.html')).status).toBe(4)
  const rows = list()
  expect(rows.map(({ failure: { reason, stage } }) => [reason, stage]).toSorted()).toEqual([
    ['cpu-limit', 'code'],
    ['empty', 'find'],
    ['not-json', 'find'],
  ])
  const [line] = list('--reason', 'not-json')
  // Items are counted from 0.
  expect(line!.failure.place).toMatch(/in\.jsonl, item 1$/)
  for (const { failure } of rows) expect(failure.cure.length).toBeGreaterThan(10)
  const [slow] = list('--reason', 'cpu-limit')
  expect(slow).toMatchObject({ id: 'heavy', failure: { tries: 2 } })
  expect(run('quarantine', 'list').stdout.trim().split('\n')).toHaveLength(3)

  const shown = run('quarantine', 'show', 'heavy')
  expect(shown.status).toBe(0)
  expect(JSON.parse(shown.stdout)).toEqual(slow)
  expect(run('quarantine', 'show', 'nothing').status).toBe(3)
  expect([run('quarantine', 'show').status, run('quarantine', 'mend').status]).toEqual([2, 2])

  // Once the line is mended and the limit raised, both are coded; what is still empty stays.
  writeFileSync(at('in.jsonl'), `${good}\n${good.replace('"good"', '"mended"')}\n${heavy}\n`)
  expect(run('quarantine', 'retry').status).toBe(4)
  expect(list().map(({ failure }) => failure.reason)).toEqual(['empty'])
  expect(run('quarantine', 'list', '--reason', 'not-json').status).toBe(3)
  expect(run('verify').stdout).toBe('nothing was altered\n')
})
