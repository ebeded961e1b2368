import { expect, test } from 'vitest'
import type { Explanation } from './explain.js'
import { explanationText } from './explanation-text.js'

const text = 'Peru will not expel a Chilean envoy.'
const show = ({ from, to }: { from: number; to: number }): string => text.slice(from, to)
const claim = {
  type: 'SANCTION',
  mode: 'expel',
  cameo: '166',
  status: 'negated',
  historical: false,
  actors: [{ span: { from: 0, to: 4 }, country: 'PER', sector: 'GOV' }],
  recipients: [],
} as unknown as Explanation['claim']
const nearly = (rule: string, said: boolean): Explanation['nearly'][number] => ({
  rule,
  codes: 'AID',
  wanted: 'its theme must be food',
  said,
})
const plain: Explanation = {
  claim,
  sentence: text,
  act: { text: 'expel', form: 'verb', voice: 'active', status: 'negated', because: ['will', 'not'] },
  roles: [
    { role: 'agent', text: 'Peru', span: { from: 0, to: 4 }, how: 'nsubj', condition: 'actor' },
    { role: 'theme', text: 'a Chilean envoy', span: { from: 20, to: 35 }, how: 'order' },
    { role: 'content', text: 'unsaid', span: { from: 0, to: 0 }, how: 'clause' },
  ],
  rule: { name: 'expel', file: 'rules/expel.yml', line: 3, gloss: 'Sends envoys away.' },
  rivals: [],
  whatIf: [],
  nearly: [],
}

test('what was read, the rule, and how each role was reached', () => {
  expect(explanationText(plain, show)).toBe(`Peru will not expel a Chilean envoy.
  code      SANCTION expel 166 · negated
  who       Peru (PER GOV) → nobody
  rule      expel, rules/expel.yml:3
            Sends envoys away.
  act       “expel”, verb, active; negated by will, not
  agent     “Peru”, must be actor
  theme     “a Chilean envoy” (by the order of words)`)
})

test('variant, frame, manner, rivals, changes, near misses and belief, as far as they are there', () => {
  const all: Explanation = {
    ...plain,
    claim: {
      ...claim,
      type: null,
      mode: undefined,
      historical: true,
      actors: [{ span: { from: 0, to: 4 }, country: 'PER' }],
      recipients: [{ span: { from: 22, to: 29 } }, { span: { from: 30, to: 35 } }],
    } as unknown as Explanation['claim'],
    act: { ...plain.act, form: 'noun', voice: 'none', because: [] },
    roles: [{ role: 'content', text: 'x', span: { from: 0, to: 1 }, how: 'light-verb', condition: 'any' }],
    variant: { line: 7, where: 'theme is envoy' },
    frame: 'ask × expel',
    manner: '“raid”, by raid',
    rivals: [{ rule: 'meet', file: 'rules/meet.yml', codes: 'CONSULT', lost: 'declared' }],
    whatIf: [{ change: 'without “not”', codes: 'SANCTION' }],
    nearly: [nearly('unsaid', false), nearly('a', true), nearly('b', true), nearly('c', true), nearly('d', true)],
    belief: 0.456,
  }
  expect(explanationText(all, show).split('\n').slice(1)).toEqual([
    '  code      no type 166 · negated, background',
    '  who       Peru (PER) → Chilean, envoy',
    '  rule      expel, rules/expel.yml:7',
    '            Sends envoys away.',
    '            for theme is envoy',
    '  frame     ask × expel, rules/contents.yml',
    '  manner    “raid”, by raid',
    '  act       “expel”, noun',
    '  content   “x” (through the verb that carries the noun), must be any',
    '  lost      meet (CONSULT), rules/meet.yml: declared',
    '  if        without “not”: SANCTION',
    // What was said goes before what was not, and no more than four are told.
    ...['a', 'b', 'c', 'd'].map((rule) => `  nearly    ${rule} (AID): its theme must be food`),
    '  belief    0.46 that a careful reader makes this claim',
  ])
})
