import { expect, test } from 'vitest'
import { alpha, figuresOf, readAnswer, Sample, wilson } from './index.js'

test('Wilson intervals are those of the textbook', () => {
  const rounded = (right: number, all: number): number[] => wilson(right, all)!.map((it) => Math.round(it * 1000) / 1000)
  expect(rounded(8, 10)).toEqual([0.49, 0.943])
  expect(rounded(0, 10)).toEqual([0, 0.278])
  expect(rounded(10, 10)).toEqual([0.722, 1])
  expect(wilson(0, 0)).toBeUndefined()
})

test('alpha is that of the example of Krippendorff (2011) with nominal data', () => {
  const a = ['', '', '', '', '', '3', '4', '1', '2', '1', '1', '3', '3', '', '3']
  const b = ['1', '', '2', '1', '3', '3', '4', '3', '', '', '', '', '', '', '']
  const c = ['', '', '2', '1', '3', '4', '4', '', '2', '1', '1', '3', '3', '', '4']
  const units = a.map((_, i) => [a[i], b[i], c[i]].map((it) => (it === '' ? undefined : it)))
  expect(alpha(units)).toBeCloseTo(0.691, 3)
  expect(
    alpha([
      ['x', 'x'],
      ['x', 'x'],
    ]),
  ).toBeUndefined()
  expect(alpha([['x', undefined]])).toBeUndefined()
})

const row = (claim: string, type: string, more: Record<string, string>): Record<string, string> => ({
  claim,
  document: 'd',
  type,
  status: 'actual',
  actors: 'state:ARM',
  recipients: 'state:BLR',
  day: '2024-06-13',
  ...more,
})
const answers = (rows: readonly Record<string, string>[]): ReturnType<typeof readAnswer>[] =>
  rows.map((it, i) => readAnswer(it, `line ${i}`))

test('precision by type, and agreement between coders and with the machine', () => {
  const types = ['SANCTION', 'SANCTION', 'ASSAULT', 'ASSAULT']
  const first = ['yes', 'no event', 'no', ''].map((right, i) =>
    row(`c${i}`, types[i]!, { right, ...(right === 'no' ? { right_status: 'Future' } : {}) }),
  )
  const second = ['yes', 'yes', 'yes', 'yes'].map((right, i) => row(`c${i}`, types[i]!, { right }))
  const figures = figuresOf([
    { name: 'a', answers: answers(first) },
    { name: 'b', answers: answers(second) },
  ])
  expect(figures.coders[0]).toMatchObject({
    answers: 3,
    precision: [
      { type: 'ASSAULT', judged: 1, right: 1 },
      { type: 'SANCTION', judged: 2, right: 1, share: 0.5 },
      { type: 'all', judged: 3, right: 2 },
    ],
    whole: { judged: 3, right: 1 },
  })
  const of = (names: string, field: string): number | null =>
    figures.alpha.find((it) => it.of.join() === names && it.field === field)!.alpha
  expect(of('a,b', 'type')).toBeCloseTo(0.5, 1)
  expect(of('b,machine', 'type')).toBe(1)
  expect(figures.alpha.find((it) => it.of.join() === 'a,b' && it.field === 'status')).toMatchObject({ units: 2 })
})

test.each([
  [{ right: 'perhaps' }, 'write yes, no or no event'],
  [{ right: 'yes', right_type: 'ASSAULT' }, 'write “no” beside what is right'],
])('%j is refused with its place', (more, cure) =>
  expect(() => readAnswer(row('c', 'AID', more), 'a.csv, line 3')).toThrow(
    expect.objectContaining({ fault: expect.objectContaining({ place: 'a.csv, line 3', cure }) as unknown }) as Error,
  ),
)

test('a sample has every type, is the same for one seed in any order, and another for another', () => {
  const lines = Array.from({ length: 300 }, (_, i) => ({
    claim: `c${i}`,
    document: 'd',
    published: '',
    title: '',
    sentence: '',
    machine: { type: i < 280 ? 'CONSULT' : i < 290 ? 'AID' : 'YIELD' },
  }))
  const draw = (seed: string, all: typeof lines): string[] => {
    const sample = new Sample(30, seed)
    for (const line of all) sample.add(line)
    return sample.lines().map(({ claim }) => claim)
  }
  expect(draw('1', lines)).toEqual(draw('1', lines.toReversed()))
  expect(draw('1', lines)).not.toEqual(draw('2', lines))
  const drawn = draw('1', lines).map((it) => lines.find(({ claim }) => claim === it)!.machine.type)
  expect(['CONSULT', 'AID', 'YIELD'].map((type) => drawn.filter((it) => it === type).length)).toEqual([10, 10, 10])
})
