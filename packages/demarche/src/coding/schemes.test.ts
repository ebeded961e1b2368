import { expect, test } from 'vitest'
import { faultOfCodes, readSchemes, scoresOf } from './schemes.js'

const PLOVER = `types:
  AID:
    gloss: Gives help
    quad: 2
    score: 7
    recipient: required
    modes:
      food: { score: 8, gloss: food }
      arms: { score: 6, gloss: arms }
  PROTEST: { gloss: Rallies, quad: 4, score: -6, recipient: no }
contexts: [military, health]
`
const CAMEO = [
  'code\tname\tgoldstein\ttype\tmode\tcontext',
  '073\tgive food\t7.4\tAID\tfood\thealth military',
  '140\tprotest\t-\t-\t-\t-',
  '# a note',
].join('\n')
const schemes = readSchemes(PLOVER, CAMEO)

test('types with quad class, score and modes; codes with what they stand for', () => {
  expect(schemes).toEqual({
    plover: {
      types: {
        AID: {
          gloss: 'Gives help',
          quad: 2,
          score: 7,
          recipient: true,
          modes: { food: { score: 8, gloss: 'food' }, arms: { score: 6, gloss: 'arms' } },
        },
        PROTEST: { gloss: 'Rallies', quad: 4, score: -6, recipient: false, modes: {} },
      },
      contexts: ['military', 'health'],
    },
    cameo: {
      '073': { name: 'give food', goldstein: 7.4, type: 'AID', mode: 'food', contexts: ['health', 'military'] },
      '140': { name: 'protest', contexts: [] },
    },
  })
})

test.each([
  [{ type: 'AID', mode: 'food', contexts: ['health'], cameo: '073' }, undefined],
  [{}, undefined],
  [{ type: null, cameo: '140' }, undefined],
  [{ type: 'HELP' }, { fault: '“HELP” is no PLOVER type', cure: 'there are AID, PROTEST' }],
  [
    { type: 'AID', mode: 'riot' },
    { fault: '“riot” is no mode of AID', cure: 'there are food, arms' },
  ],
  [
    { type: 'PROTEST', mode: 'riot' },
    { fault: '“riot” is no mode of PROTEST', cure: 'there are none' },
  ],
  [{ contexts: ['health', 'sport'] }, { fault: '“sport” is no context', cure: 'there are military, health' }],
  [{ cameo: '999' }, { fault: '“999” is no CAMEO code', cure: 'look it up in schemes/cameo.tsv' }],
])('%j', (codes, fault) => expect(faultOfCodes(schemes, codes)).toEqual(fault))

test('the score of the CAMEO code goes before that of the mode, and that before the type', () => {
  expect(scoresOf(schemes, { type: 'AID', mode: 'arms', cameo: '073' })).toEqual({ quad: 2, goldstein: 7.4 })
  expect(scoresOf(schemes, { type: 'AID', mode: 'arms', cameo: '140' })).toEqual({ quad: 2, goldstein: 6 })
  expect(scoresOf(schemes, { type: 'AID' })).toEqual({ quad: 2, goldstein: 7 })
  expect(scoresOf(schemes, { type: null, cameo: '073' })).toEqual({ goldstein: 7.4 })
  expect(scoresOf(schemes, { cameo: '140' })).toEqual({})
})
