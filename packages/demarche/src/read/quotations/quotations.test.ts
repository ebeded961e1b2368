import { expect, test } from 'vitest'
import { docFrom, type Doc } from '../../doc/index.js'
import type { MentionRow, QuotationRow } from '../../spec/index.js'
import { createQuotations } from './index.js'
import { quotesOf } from './marks.js'

const TEXT = `Politico/Politico/PROPN/2/nsubj reported/report/VERB/0/root that/that/SCONJ/5/mark he/he/PRON/5/nsubj said/say/VERB/2/ccomp
they/they/PRON/2/nsubj left/leave/VERB/0/root`
const doc = docFrom(TEXT)
const at = (words: string) => ({ from: doc.text.indexOf(words), to: doc.text.indexOf(words) + words.length })

const quotations: readonly QuotationRow[] = [
  { content: [at('he said they left')], source: at('Politico'), cue: at('reported'), kind: 'indirect', medium: 'documents' },
  { content: [at('they left')], source: at('he'), cue: at('said'), kind: 'indirect' },
]

const speakers = (mentions: readonly MentionRow[]): readonly (string | undefined)[] => {
  const actors = [{ id: 'person:x', name: 'X', kind: 'person' }]
  const { quotations: bound } = createQuotations().run({ ...doc, speech: quotations, mentions, actors } as never) as {
    quotations: readonly QuotationRow[]
  }
  return bound.map(({ speaker }) => speaker)
}

test('a speaker is the actor of the mention in the source', () => {
  expect(speakers([{ span: at('Politico'), kind: 'name', actor: 'org:politico' }])).toEqual(['org:politico', undefined])
})

test('a pronoun without a mention of its own is who spoke last, if that is a person', () => {
  expect(speakers([{ span: at('Politico'), kind: 'name', actor: 'person:x' }])).toEqual(['person:x', 'person:x'])
})

const plain = (text: string): Doc<'tokens' | 'sentences'> => {
  const paragraphs = text.split('\n\n')
  let from = 0
  const sentences = paragraphs.map((it, paragraph) => {
    const span = { from, to: from + it.length }
    from += it.length + 2
    return { span, tokens: { first: 0, end: 0 }, paragraph, kind: 'prose' as const }
  })
  return { ...doc, text, sentences }
}

test('apostrophes are no marks, and a paragraph leaves its quotation open for the next', () => {
  const spans = (text: string) => quotesOf(plain(text)).map(({ from, to }) => text.slice(from, to))
  expect(spans('It’s the army’s “own” fault in the ’90s.')).toEqual(['“own”'])
  expect(spans("The soldiers' camp wasn't 'safe' then.")).toEqual(["'safe'"])
  expect(spans('“One.\n\n“Two.”')).toEqual(['“One.', '“Two.”'])
  expect(spans('He said "no" and "never".')).toEqual(['"no"', '"never"'])
  expect(spans('“He said ‘no’ to us.”')).toEqual(['“He said ‘no’ to us.”', '‘no’'])
})

test('a hundred thousand marks take no longer than their length', () => {
  for (const text of ['“'.repeat(100_000), '”'.repeat(100_000), '" '.repeat(50_000), "'a ".repeat(40_000), '“a” '.repeat(25_000)]) {
    const start = process.cpuUsage().user
    quotesOf(plain(text))
    expect(process.cpuUsage().user - start).toBeLessThan(1_000_000)
  }
})
