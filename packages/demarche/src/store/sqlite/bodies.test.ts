import { expect, test } from 'vitest'
import { Bodies, packBodies } from './bodies.js'

const articles = Array.from({ length: 60 }, (_, i) => JSON.stringify({ text: `line one of ${i}\nline two ${'x'.repeat(i * 90)}` }))

/** The row by which an article is found: that of the last body that does not begin after it. */
function row(bodies: readonly (readonly unknown[])[], number: number): Record<string, unknown> {
  const [body, raw] = bodies.findLast(([n]) => Number(n) <= number)!
  return { number, body, raw }
}

test('each article comes back, short ones many a body and long ones few', () => {
  const bodies = packBodies(101, articles)
  const read = new Bodies()
  expect(articles.map((_, i) => read.text(row(bodies, 101 + i)))).toEqual(articles)
  expect(articles.map((_, i) => read.text(row(bodies, 160 - i)))).toEqual(articles.toReversed())
  expect(bodies.slice(0, 2).map(([n]) => n)).toEqual([101, 117])
  const long = packBodies(
    1,
    ['a', 'b', 'c'].map((it) => JSON.stringify(it.repeat(20_000))),
  )
  expect(long.map(([n]) => n)).toEqual([1, 2, 3])
})

test('a body of one article, as older programs wrote them, is a body', () => {
  const bodies = articles.slice(0, 3).flatMap((it, i) => packBodies(i + 1, [it]))
  const read = new Bodies()
  expect([1, 2, 3].map((n) => read.text(row(bodies, n)))).toEqual(articles.slice(0, 3))
})

test('a body that was changed is read anew, and one that lacks an article says so', () => {
  const [body] = packBodies(1, articles.slice(0, 4))
  const [other] = packBodies(1, articles.slice(4, 6))
  const read = new Bodies()
  expect(read.text({ number: 2, body: 1, raw: body![1] })).toBe(articles[1])
  expect(read.text({ number: 2, body: 1, raw: other![1] })).toBe(articles[5])
  expect(() => read.text({ number: 3, body: 1, raw: other![1] })).toThrow('does not reach to document 3')
})
