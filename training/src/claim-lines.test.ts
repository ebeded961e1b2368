import { expect, test } from 'vitest'
import { claimLines } from './claim-lines.js'

test('a line gives its sentence and claims, with the parties of each side where it names them', () => {
  const text = [
    'Togo and Benin met, and Mali wept. ==> CONSULT Togo, Benin > ; ACCUSE Mali > Togo',
    '? Bread is dear. ==> PROTEST > Bread; AID',
    '',
    'It rained. ==> nothing',
  ].join('\n')
  expect(claimLines(text, 'a.txt')).toEqual([
    {
      text: 'Togo and Benin met, and Mali wept.',
      claims: [
        { type: 'CONSULT', sides: [['Togo', 'Benin'], []] },
        { type: 'ACCUSE', sides: [['Mali'], ['Togo']] },
      ],
      missed: false,
    },
    { text: 'Bread is dear.', claims: [{ type: 'PROTEST', sides: [[], ['Bread']] }, { type: 'AID' }], missed: true },
    { text: 'It rained.', claims: [], missed: false },
  ])
})

test.each([
  ['It rained. ==> rain', '“rain” is no claim'],
  ['It rained. ==> AID Togo', '“AID Togo” is no claim'],
  ['It rained. ==> AID Togo > Mali', 'no “Togo”'],
  ['It rained.', 'no “==>”'],
])('%s is refused with its place', (line, fault) => {
  expect(() => claimLines(`It rained. ==> nothing\n${line}\n`, 'a.txt')).toThrow(`a.txt:2: `)
  expect(() => claimLines(line, 'a.txt')).toThrow(fault)
})
