import { expect, test } from 'vitest'
import { layout } from './layout.js'
import { monthsOf, signedIn } from './signed.js'

const GRAPH = {
  nodes: [],
  edges: [
    {
      a: 'state:A',
      b: 'state:B',
      months: [
        { month: '2024-01', quads: [1, 0, 0, 0] },
        { month: '2024-06', quads: [0, 1, 1, 2] },
      ],
    },
    { a: 'state:A', b: 'state:C', months: [{ month: '2023-01', quads: [0, 0, 1, 0] }] },
  ],
}

test('a time leaves what passed in it, with its signs', () => {
  expect(signedIn(GRAPH, '2024-02-01', undefined)).toEqual([{ a: 'state:A', b: 'state:B', plus: 1, minus: 3 }])
  expect(signedIn(GRAPH, undefined, undefined).length).toBe(2)
  expect(monthsOf(GRAPH)).toEqual(['2023-01', '2024-06'])
})

test('the same graph has the same places, within the drawing, the centre in its middle', () => {
  const ids = ['state:A', 'state:B', 'state:C', 'state:D', 'state:E']
  const edges = ids.slice(1).map((b) => ({ a: 'state:A', b, weight: 1 }))
  const once = layout(ids, edges, ['state:A'])
  expect(layout(ids, edges, ['state:A'])).toEqual(once)
  for (const { x, y } of once) expect(Math.min(x, y) >= 0 && Math.max(x, y) <= 1).toBe(true)
  expect(once[0]!.x).toBeGreaterThan(0.2)
  expect(once[0]!.x).toBeLessThan(0.8)
})

test('two actors stand side by side', () => {
  const [a, b] = layout(['a', 'b'], [{ a: 'a', b: 'b', weight: 1 }], ['a', 'b'])
  expect(Math.abs(a!.y - b!.y)).toBeLessThan(0.1)
})
