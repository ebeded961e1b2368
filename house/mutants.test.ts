import { expect, test } from 'vitest'
// @ts-expect-error a script without types
import { mutantsOf, mutated, parses } from '../scripts/mutants/operators.mjs'
// @ts-expect-error a script without types
import { probed } from '../scripts/mutants/probes.mjs'
// @ts-expect-error a script without types
import { shuffled } from '../scripts/mutants/sample.mjs'

// The tool behind `npm run mutants`: what it changes, what it draws, and how it knows which tests pass a place.
interface Mutant {
  readonly from: number
  readonly to: number
  readonly with: string
  readonly what: string
}
const mutants = mutantsOf as (text: string) => Mutant[]
const variants = (text: string): string[] => mutants(text).map((it) => (mutated as (text: string, it: Mutant) => string)(text, it))

test.each([
  ['x = a < b', ['x = a <= b']],
  ['x = a ?? b', ['x = ((a) && (b))']],
  ['x = !a', ['x = a']],
  ['x = a?.b', ['x = a.b']],
  ['x = list.filter(f)', ['x = list']],
  ['x = list.some(f)', ['x = list.every(f)']],
  ["x = 'a'", ["x = ''"]],
  ['x = a ? b : c', ['x = !(a) ? b : c']],
  ['x = [1]', ['x = []']],
  ['x++', ['x--']],
  ['const f = (a: string): string => a', ['const f = (a: string): string => undefined']],
  // Types, imports and words for people are no code that runs.
  ["import a from 'b'\ntype T = 'x' | 'y'\nconst p = { fault: 'broken', cure: 'mend it' } as const", []],
])('%s', (text, wanted) => expect(variants(text)).toEqual(wanted))

test('a mutant that is no program is told from one that is', () => {
  const text = 'const f = async () => { await g() }'
  expect(mutants(text).every((it) => (parses as (text: string, it: Mutant) => boolean)(text, it))).toBe(true)
  expect((parses as (text: string, it: Mutant) => boolean)('x = a', { from: 4, to: 5, with: ')', what: '' })).toBe(false)
})

test('a seed gives one order of all, another seed another', () => {
  const list = Array.from({ length: 200 }, (_, i) => i)
  const drawn = shuffled as (list: readonly number[], seed: number) => number[]
  expect(drawn(list, 1)).toEqual(drawn(list, 1))
  expect(drawn(list, 1)).not.toEqual(drawn(list, 2))
  expect(drawn(list, 1).toSorted((a, b) => a - b)).toEqual(list)
})

test('a probe tells of the branch that was run, and of no other', () => {
  const text = 'function f(a) { if (a < 0) { return "below" } const g = (b) => b + 1; return g(a) }'
  const all = mutants(text).map((it, id) => ({ id, ...it }))
  const passed = (given: number): string[] => {
    const ids = new Set<number>()
    const run = new Function(
      'reached',
      `const globalThis = { reached }; ${(probed as (text: string, all: readonly object[]) => string)(text, all)}; return f`,
    )
    const f = run((id: number) => ids.add(id)) as (a: number) => unknown
    expect(f(given)).toBe(given < 0 ? 'below' : given + 1)
    return all.filter(({ id }) => ids.has(id)).map(({ from, to, what }) => `${what} ${text.slice(from, to)}`)
  }
  expect(passed(-1)).toContain('string "below"')
  expect(passed(-1)).not.toContain('arithmetic +')
  expect(passed(1)).toContain('arithmetic +')
  expect(passed(1)).not.toContain('string "below"')
})
