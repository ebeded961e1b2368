import { expect, test } from 'vitest'
import { type Act, docFrom } from '../doc/index.js'
import type { TimeRow } from '../spec/index.js'
import type { Read } from './party.js'
import { isHistorical, whenOf } from './when.js'

const time = (text: string, words: string, from: string, to = from): TimeRow => ({
  span: { from: text.indexOf(words), to: text.indexOf(words) + words.length },
  type: 'DATE',
  value: from,
  from,
  to,
})

function read(lines: string, times: readonly (readonly [string, string, string?])[], published: string | undefined = '2024-06-13'): Read {
  const doc = docFrom(lines, published)
  return {
    ...doc,
    mentions: [],
    actors: [],
    places: [],
    quotations: [],
    acts: [],
    times: times.map(([words, from, to]) => time(doc.text, words, from, to)),
  } as Read
}
const act = (head: number): Act => ({ head, lemma: '', form: 'verb', voice: 'active', roles: {}, status: 'actual', cues: [] })

const TWO = `
Minsk/Minsk/PROPN/2/nsubj said/say/VERB/0/root/VBD on/on/ADP/4/case Monday/Monday/PROPN/2/obl that/that/SCONJ/7/mark Baku/Baku/PROPN/7/nsubj attacked/attack/VERB/2/ccomp/VBD in/in/ADP/9/case May/May/PROPN/7/obl
The/the/DET/2/det army/army/NOUN/3/nsubj fled/flee/VERB/0/root/VBD`

test('the time that hangs on an act is its own, whoever speaks of it on another day', () => {
  const doc = read(TWO, [
    ['Monday', '2024-06-10'],
    ['May', '2024-05-01', '2024-05-31'],
  ])
  expect(whenOf(doc, act(6), 'actual')).toMatchObject({ from: '2024-05-01', to: '2024-05-31', basis: 'stated' })
  expect(whenOf(doc, act(1), 'actual')).toMatchObject({ from: '2024-06-10', basis: 'stated' })
})

test('an act without a time happens on the day of which its paragraph has told', () => {
  expect(whenOf(read(TWO, [['Monday', '2024-06-10']]), act(11), 'actual')).toEqual({
    from: '2024-06-10',
    to: '2024-06-10',
    basis: 'narrative',
  })
})

test('what is ahead does not happen on a day of the past, nor does the story run on a day to come', () => {
  expect(whenOf(read(TWO, [['Monday', '2024-06-10']]), act(11), 'future').basis).toBe('publication')
  expect(whenOf(read(TWO, [['Monday', '2024-06-17']]), act(11), 'actual').basis).toBe('publication')
})

test('without any day nothing is known', () => {
  expect(whenOf({ ...read(TWO, []), article: { text: '', removed: [], related: [] } }, act(11), 'actual')).toEqual({ basis: 'unknown' })
})

const RANGE =
  'From/from/ADP/2/case 2018/2018/NUM/7/obl to/to/ADP/4/case 2022/2022/NUM/2/nmod the/the/DET/6/det state/state/NOUN/7/nsubj sold/sell/VERB/0/root/VBD arms/arm/NOUN/7/obj'

test('two ends of a range are one interval, and one that ended long ago is background', () => {
  const doc = read(RANGE, [
    ['2018', '2018-01-01', '2018-12-31'],
    ['2022', '2022-01-01', '2022-12-31'],
  ])
  const when = whenOf(doc, act(6), 'actual')
  expect(when).toEqual({ from: '2018-01-01', to: '2022-12-31', span: { from: 5, to: 17 }, basis: 'stated' })
  expect(isHistorical(doc, when)).toBe(true)
  expect(isHistorical(doc, { from: '2024-06-01', to: '2024-06-01', basis: 'stated' })).toBe(false)
})

test('a past perfect without a day is background, a simple past is news', () => {
  const doc = read(
    'The/the/DET/2/det state/state/NOUN/4/nsubj had/have/AUX/4/aux recalled/recall/VERB/0/root/VBN its/its/PRON/6/nmod:poss envoy/envoy/NOUN/4/obj',
    [],
  )
  const when = whenOf(doc, act(3), 'actual')
  expect([when.basis, isHistorical(doc, when, act(3))]).toEqual(['publication', true])
  const news = read(
    'The/the/DET/2/det state/state/NOUN/3/nsubj recalled/recall/VERB/0/root/VBD its/its/PRON/5/nmod:poss envoy/envoy/NOUN/3/obj',
    [],
  )
  expect(isHistorical(news, whenOf(news, act(2), 'actual'), act(2))).toBe(false)
})
