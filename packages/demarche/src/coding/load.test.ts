import { expect, test } from 'vitest'
import { readRule } from './load.js'

const RULE = `rule: expel
gloss: Sends envoys away.
codes: { type: SANCTION, mode: expel, contexts: [diplomatic], cameo: "166" }
verbs: [expel, throw out]
nouns: expulsion
words: { envoy: [envoy, diplomat] }
roles:
  theme: envoy & !state
  with: [gun, knife]
others: { mediator: [to, sender-of theme] }
figures: { killed: theme }
finds:
  - "{actor Peru} expelled {recipient Chile}'s envoy."
  - { text: "{actor Peru} will expel an envoy.", status: future, type: SANCTION, also: other, figures: { killed: 3 } }
ignores:
  - { text: "Peru expelled air.", why: air is no envoy, as: breathe }
`

test('a rule is read with what it leaves unsaid', () => {
  expect(readRule(RULE, 'a.yml')).toEqual({
    rule: 'expel',
    gloss: 'Sends envoys away.',
    codes: { type: 'SANCTION', mode: 'expel', contexts: ['diplomatic'], cameo: '166' },
    variants: [],
    verbs: ['expel', 'throw out'],
    nouns: ['expulsion'],
    adjectives: [],
    words: { envoy: ['envoy', 'diplomat'] },
    roles: {
      theme: {
        text: 'envoy & !state',
        optional: false,
        none: false,
        any: [
          [
            { not: false, name: 'envoy' },
            { not: true, name: 'state' },
          ],
        ],
      },
      with: { text: 'gun | knife', optional: false, none: false, any: [[{ not: false, name: 'gun' }], [{ not: false, name: 'knife' }]] },
    },
    actor: [{ role: 'agent' }],
    recipient: ['recipient', 'theme', 'to', 'with', 'against', 'on'].map((role) => ({ role })),
    others: { mediator: [{ role: 'to' }, { how: 'sender-of', role: 'theme' }] },
    reciprocal: false,
    requires: ['actor'],
    figures: { killed: ['theme'] },
    inside: 'keep',
    over: [],
    finds: [
      {
        text: "Peru expelled Chile's envoy.",
        marks: [
          { role: 'actor', from: 0, to: 4 },
          { role: 'recipient', from: 14, to: 19 },
        ],
        line: 13,
        also: [],
      },
      {
        text: 'Peru will expel an envoy.',
        marks: [{ role: 'actor', from: 0, to: 4 }],
        line: 14,
        also: ['other'],
        status: 'future',
        type: 'SANCTION',
        figures: { killed: '3' },
      },
    ],
    ignores: [{ text: 'Peru expelled air.', why: 'air is no envoy', line: 16, as: 'breathe' }],
    off: false,
    file: 'a.yml',
    line: 1,
  })
})

test.each([
  ['reciprocal: true', { reciprocal: true }],
  ['off: true', { off: true }],
  ['requires: []', { requires: [] }],
  ['requires: [recipient]', { requires: ['recipient'] }],
  ['actor: [theme, none]', { actor: [{ role: 'theme' }] }],
  ['recipient: none', { recipient: [] }],
  ['status: hypothetical', { status: 'hypothetical' }],
  ['content: recall', { content: 'recall' }],
  ['frame: ask', { frame: 'ask', inside: 'drop' }],
  ['inside: drop', { inside: 'drop' }],
  ['ledger: { of: aid, becomes: supplied }', { ledger: { of: 'aid', becomes: 'supplied' } }],
  ['over: [meet, AID]', { over: ['meet', 'AID'] }],
])('%s', (line, wanted) => expect(readRule(`${RULE}${line}\n`, 'a.yml')).toMatchObject(wanted))

test('what is refused, asked for, alleged, promised or threatened did not thereby happen', () => {
  const inside = (type: string) => readRule(RULE.replace('type: SANCTION, mode', `type: ${type}, mode`), 'a.yml').inside
  expect(['AGREE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'AID', 'none'].map(inside)).toEqual([
    'drop',
    'drop',
    'drop',
    'drop',
    'drop',
    'keep',
    'keep',
  ])
  expect(readRule(RULE.replace('type: SANCTION, mode', 'type: none, mode'), 'a.yml').codes.type).toBeNull()
  expect(readRule('rule: a\n', 'a.yml').codes).toEqual({})
})

test('a variant has its own line, conditions and codes', () => {
  const [one] = readRule(`${RULE}variants:\n  - { where: { theme: state }, codes: { mode: "x" }, status: future }\n`, 'a.yml').variants
  expect(one).toMatchObject({ line: 18, codes: { mode: 'x' }, status: 'future', where: { theme: { text: 'state' } } })
})

test.each([
  ['glos: x', 1, 'the field “glos” is unknown'],
  ['status: [a]', 17, '“status” is not a word'],
  ['over: [[a]]', 17, '“over” is not a list of words'],
  ['over: { a: b }', 17, '“over” is not a list of words'],
  ['ledger: aid', 17, '“ledger” is not a mapping'],
  ['variants: x', 17, '“variants” is not a list'],
  ['variants: [x]', 17, 'a variant is not a mapping'],
  ['variants: [{ were: {} }]', 17, 'the field “were” is unknown'],
])('%s is refused with its line and a cure', (line, at, fault) => {
  let error: unknown
  try {
    readRule(`${RULE}${line}\n`, 'own/a.yml')
  } catch (thrown) {
    error = thrown
  }
  expect(error).toMatchObject({ fault: { reason: 'bad-rule', place: `own/a.yml:${at}`, fault } })
  expect((error as { fault: { cure: string } }).fault.cure.length).toBeGreaterThan(5)
})

test.each([
  ['finds: [[a]]\n', 'an example is neither text nor a mapping'],
  ['ignores: [a]\n', 'what a rule ignores is not a mapping'],
  ['ignores: [{ txt: a }]\n', 'the field “txt” is unknown'],
  ['codes: { kind: x }\n', 'the field “kind” is unknown'],
  ['[a]', 'is not a mapping'],
  ['a: "', ''],
])('%s is refused', (text, fault) => expect(() => readRule(text, 'a.yml')).toThrow(fault === '' ? /^a\.yml:1: / : fault))
