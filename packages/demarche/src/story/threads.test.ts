import { expect, test } from 'vitest'
import { type Article, happenings, threads } from './index.js'

const article = (id: string, words: string, ...families: string[]): Article => ({
  id,
  words: words.split(' '),
  tellings: families.map((family, i) => ({ from: i * 10, to: i * 10 + 5, family })),
})
const articles = [
  article('a', 'minsk ambassador recall yerevan belarus letter', 'recall', 'say'),
  article('b', 'yerevan recall ambassador minsk belarus', 'recall'),
  article('c', 'quake aceh island tsunami warning', 'strike', 'say'),
  article('d', 'tsunami aceh quake island sumatra', 'strike'),
  article('e', 'ambassador paris recall wine', 'recall'),
]

test('within a story words of one family are one, across stories they are not', () => {
  const found = threads(articles)
  const event = (id: string, n = 0): string => found.get(id)![n]!.event
  expect(event('a')).toBe(event('b'))
  expect(event('c')).toBe(event('d'))
  expect(event('e')).not.toBe(event('a'))
  expect(event('a', 1)).not.toBe(event('c', 1))
})

test('the order of articles is nothing, and one article is a story', () => {
  expect([...threads(articles.toReversed())]).toEqual([...threads(articles)])
  expect(threads([articles[0]!]).get('a')).toEqual([
    { from: 0, to: 5, event: 'a recall' },
    { from: 10, to: 15, event: 'a say' },
  ])
})

test('a happening is what two articles tell, what most of them tell first', () => {
  expect(happenings(articles)).toEqual([
    {
      story: 'a',
      family: 'recall',
      told: [
        { article: 'a', from: 0, to: 5 },
        { article: 'b', from: 0, to: 5 },
      ],
    },
    {
      story: 'c',
      family: 'strike',
      told: [
        { article: 'c', from: 0, to: 5 },
        { article: 'd', from: 0, to: 5 },
      ],
    },
  ])
})
