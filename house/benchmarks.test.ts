import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
// @ts-expect-error a script without types
import { countsOf, measuresOf, sumOf } from '../scripts/benchmarks/counts.mjs'
// @ts-expect-error a script without types
import { benchmarks } from '../scripts/benchmarks/page.mjs'

interface Count {
  readonly type: string
  readonly wanted: number
  readonly made: number
  readonly right: number
}
interface Board {
  readonly sets: readonly { task: string; set: string; figures: readonly { metric: string; value: number; peer?: string }[] }[]
  readonly types: Record<string, { rows: number; ours: Count[]; peers: Record<string, Count[]> }>
}
const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const board = JSON.parse(read('bench/board.json')) as Board
const counts = countsOf as (set: string, gold: object[], rows: object[]) => Count[]
const measures = (some: readonly Count[]): { p: number; r: number; f1: number } =>
  (measuresOf as (it: unknown) => { p: number; r: number; f1: number })((sumOf as (it: readonly Count[]) => unknown)(some))
const figure = (set: string, metric: string): number =>
  board.sets.find((it) => it.task === 'events' && it.set === set)!.figures.find((it) => it.metric === metric)!.value

test('docs/benchmarks.md is made from what the board and the bench measured', () => {
  const page = (benchmarks as (board: Board, measured: unknown) => string)(board, JSON.parse(read('bench/measured.json')))
  expect(read('docs/benchmarks.md')).toBe(page)
})

test('the counts by type add up to the figures of the board, ours and the best peer’s', () => {
  const plv = measures(board.types['plv-test']!.ours)
  for (const [metric, value] of [
    ['root P', plv.p],
    ['root R', plv.r],
    ['root F1', plv.f1],
  ] as const)
    expect(value, metric).toBeCloseTo(figure('plv-test', metric), 3)
  for (const [set, metric] of [
    ['plv-test', 'root F1'],
    ['plover-gsr', 'type F1'],
    ['cameo-examples', 'root F1'],
  ] as const) {
    expect(measures(board.types[set]!.ours).f1, set).toBeCloseTo(figure(set, metric), 3)
    const peer = board.sets.find((it) => it.set === set)!.figures.find((it) => it.metric === metric)!.peer!
    const [name, value] = [peer.slice(0, peer.lastIndexOf(' ')), Number(peer.slice(peer.lastIndexOf(' ')))]
    expect(measures(board.types[set]!.peers[name]!).f1, `${set}, ${name}`).toBeCloseTo(value, 3)
  }
  expect(measures(board.types['ngec-headlines']!.ours).r).toBeCloseTo(figure('ngec-headlines', 'type accuracy'), 3)
})

const claim = (type: string, more: object = {}): object => ({ type, status: 'actual', ...more })

test('what is told twice is wanted twice, what is made too often or negated is not right, and a type that nobody wants is counted', () => {
  const gold = [
    { id: 'a', events: [{ type: 'AID' }, { type: 'AID' }] },
    { id: 'b', events: [{ type: 'YIELD' }] },
    { id: 'c', events: [] },
  ]
  const rows = [
    { id: 'a', claims: [claim('AID'), claim('PROTEST'), claim('AID', { status: 'negated' })] },
    { id: 'a', claims: [claim('AID')] },
    { id: 'b', claims: [claim('RETREAT'), claim('CONCEDE')] },
    { id: 'c', failure: {} },
  ]
  expect(counts('plv-test', gold, rows)).toEqual([
    { type: 'AID', wanted: 2, made: 1, right: 1 },
    { type: 'PROTEST', wanted: 0, made: 1, right: 0 },
    { type: 'YIELD', wanted: 1, made: 2, right: 1 },
  ])
})

test('a headline is coded by its first claim, and examples of CAMEO are compared by root', () => {
  const headline = [{ id: 'a', events: [{ type: 'AID' }] }]
  expect(counts('ngec-headlines', headline, [{ id: 'a', claims: [claim('AGREE'), claim('AID')] }])).toEqual([
    { type: 'AGREE', wanted: 0, made: 1, right: 0 },
    { type: 'AID', wanted: 1, made: 0, right: 0 },
  ])
  const example = [{ id: 'a', events: [{ cameo: '1311' }] }]
  expect(counts('cameo-examples', example, [{ id: 'a', claims: [claim('THREATEN', { cameo: '130' })] }])).toEqual([
    { type: '13', wanted: 1, made: 1, right: 1 },
  ])
})

// The front page tells some of these figures in two digits.
test('README.md tells the figures of events as the board measured them', () => {
  const short = (set: string, metric: string): string => figure(set, metric).toFixed(2).slice(1)
  const page = read('README.md')
  for (const [set, a, b] of [
    ['plv-test', 'root F1', 'macro F1 of best claim'],
    ['plover-gsr', 'type F1', 'country triple F1'],
  ] as const)
    expect(page).toContain(`| ${short(set, a)} · ${short(set, b)} |`)
  expect(page).toContain(`full code F1 | ${short('cameo-examples', 'full code F1')} |`)
})
