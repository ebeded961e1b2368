import { expect, test } from 'vitest'
import { telling } from '../contract.test.suite.js'
import { compactClaim, compactRow, expandClaim, expandRow } from './compact.js'
import { Texts } from './texts.js'

const texts = new Texts()

const row = telling({ id: 'a', day: '2024-06-14', killed: 3 })
const usual = {
  ...row,
  sentences: [{ span: { from: 0, to: 10 } }, { span: { from: 12, to: 20 } }],
  mentions: [
    { span: { from: 0, to: 3 }, kind: 'name' as const, actor: 'state:BLR' },
    { span: { from: 5, to: 7 }, kind: 'pronoun' as const },
  ],
  places: [{ span: { from: 3, to: 9 }, name: 'Minsk', kind: 'city', country: 'BLR', lat: 53.9 }],
}

test.each([
  ['a usual row', usual],
  ['nothing', { ...row, sentences: [], actors: [] }],
  ['a mention of somebody who is not listed', { ...usual, mentions: [{ span: { from: 0, to: 3 }, kind: 'name' as const, actor: 'x' }] }],
  [
    'fields in another order',
    {
      ...usual,
      places: [{ name: 'Minsk', kind: 'city', span: { from: 3, to: 9 } }],
      mentions: [{ kind: 'name' as const, span: { to: 1, from: 0 } }],
    },
  ],
  ['a long name', { ...usual, actors: [{ id: 'x', name: 'x'.repeat(400), kind: 'group' }] }],
])('%s comes back field for field', (_, it) => expect(JSON.stringify(expandRow(compactRow(it, texts), texts))).toBe(JSON.stringify(it)))

test('claims come back field for field', () => {
  const [claim] = row.claims
  const { rule, ...rest } = claim!
  for (const it of [claim!, { ...rest, rule }, { ...claim!, mode: undefined, contexts: ['x'.repeat(300)] }])
    expect(JSON.stringify(expandClaim(compactClaim(it, texts), texts))).toBe(JSON.stringify(it))
})

test('what comes again is one text', () => {
  expect(compactClaim(row.claims[0]!, texts)['code']).toBe('{"rule":"recall","type":"SANCTION","mode":"withdraw"}')
  expect(compactRow(usual, texts)).toMatchObject({ sentences: [0, 10, 2, 8], mentions: [0, 3, 10, 5, 2, 4] })
})
