import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { articleOf } from '../packages/demarche/src/doc/index.js'
import type { ClaimRow } from '../packages/demarche/src/spec/index.js'
import { loadPipeline, readArticle } from '../packages/demarche/src/pipeline.js'

// What the engine does for every rule: who stands in which role, one claim for one act, figures with their bounds, and which act answers which.
const pipeline = loadPipeline()
const coded = (text: string): readonly ClaimRow[] =>
  (readArticle(pipeline, articleOf(text, '2024-06-14'), ['claims']).claims ?? []).filter(({ type }) => type !== null)
const words = (text: string, { from, to }: { from: number; to: number }): string => text.slice(from, to)
const only = (text: string): ClaimRow => {
  const claims = coded(text)
  expect(
    claims.map(({ rule }) => rule),
    text,
  ).toHaveLength(1)
  return claims[0]!
}
const figures = (text: string): string =>
  (only(text).figures ?? []).map(({ kind, min, max }) => `${kind} ${min ?? ''}..${max ?? ''}`).join(', ')
const sides = ({ actors, recipients }: ClaimRow): string =>
  [actors, recipients].map((side) => side.map(({ country }) => country ?? '?').join('+')).join('>')

test.each([
  ['A suicide bomber killed at least 34 people and wounded more than 100 at a market in Mogadishu.', 'killed 34.., wounded 100..'],
  ['Between 20 and 30 soldiers were killed in the ambush by Boko Haram in Borno.', 'killed 20..30'],
  ['A car bomb wounded some 60 people in Kirkuk.', 'wounded 60..60'],
  ['Dozens of protesters were arrested by police in Minsk.', 'arrested 24..'],
  ['Gunmen ambushed a convoy near Kidal and killed seven Malian soldiers.', 'killed 7..7'],
  ['Militants abducted over 200 schoolgirls in Zamfara.', 'captured 200..'],
  ['Jordanian troops attacked nine villages.', ''],
])('figures: %s', (text, wanted) => expect(figures(text)).toBe(wanted))

test('a broker, a host and a mediator are no parties', () => {
  const accord = 'Ethiopia and Eritrea signed a peace accord brokered by Algeria.'
  expect(sides(only(accord))).toBe('ETH+ERI>')
  expect(only(accord).others?.map(({ role, span }) => `${role} ${words(accord, span)}`)).toEqual(['mediator Algeria'])
  const talks = 'The talks between Bolivia and Chile were hosted by Peru and mediated by the Vatican.'
  expect(only(talks).others?.map(({ role, span }) => `${role} ${words(talks, span)}`)).toEqual(['mediator Vatican'])
})

test('who was killed in what somebody did is whom that befell', () => {
  const raid = only('Two officers were wounded in a raid by Kurdish fighters near Hasakah.')
  expect([raid.actors.length, raid.recipients.length]).toEqual([1, 1])
  expect(sides(only('Six soldiers were killed in an Israeli airstrike in Tyre.'))).toBe('ISR>LBN')
})

test('what is the actor’s own is nobody whom the act befalls', () => {
  expect(sides(only('Peru moved its troops to the border.'))).toBe('PER>')
  expect(sides(only('Somalia recalled its own ambassador.'))).toBe('SOM>')
  expect(sides(only('Police opened fire on protesting farmers in Peru.'))).toBe('PER>PER')
})

test('a headline and its story are one claim, with the words of both as evidence', () => {
  const text = 'Kenya expels Somali ambassador\n\nNAIROBI, June 13 - Kenya expelled the Somali ambassador on Thursday.'
  const claim = only(text)
  expect(sides(claim)).toBe('KEN>SOM')
  expect([words(text, claim.trigger), ...(claim.evidence ?? []).map((span) => words(text, span))]).toEqual(['expels', 'expelled'])
  expect([claim.when.from, claim.when.basis]).toEqual(['2024-06-13', 'stated'])
})

test('an act told again later in the text is one claim with two spans; the same act on another day is another', () => {
  const again = 'Sudan expelled the Chadian ambassador on Monday. Nobody knows why. Sudan expelled the ambassador of Chad for spying.'
  expect(only(again).evidence).toHaveLength(1)
  expect(coded('Sudan shelled Chad on Monday. Sudan shelled Chad on Wednesday.')).toHaveLength(2)
})

const answers = (text: string): string[] => {
  const claims = coded(text)
  return claims.flatMap(({ rule, respondsTo }) => {
    const answered = claims.find(({ id }) => id === respondsTo)
    return answered ? [`${rule} answers ${answered.rule}`] : []
  })
}

test.each([
  [
    'Kenya expelled the Somali ambassador on Thursday. Somalia recalled its own ambassador in response.',
    'recall-ambassador answers expel-ambassador',
  ],
  ['Serbian troops shelled a Kosovan village on Monday. Kosovo closed the border in retaliation.', 'blockade answers shell'],
  ['After Chad expelled its ambassador, Sudan broke off relations with Chad.', 'break-relations answers expel-ambassador'],
  ['Estonia expelled two Russian diplomats. In response, Moscow closed the Estonian consulate.', 'close-embassy answers expel-diplomat'],
])('%s', (text, wanted) => expect(answers(text)).toEqual([wanted]))

test('what comes after something else answers nothing by that alone', () => {
  expect(answers('Kenya expelled the Somali ambassador on Thursday. Peru recalled its ambassador from Chile.')).toEqual([])
  expect(answers('Brazil closed its embassy in Caracas after Togo shelled a Ghanaian village.')).toEqual([])
})

test('background is historical, and the news is not', () => {
  const text = 'Armenia recalled its ambassador from Belarus on Thursday. In 2016 Azerbaijan had shelled Armenia.'
  expect(coded(text).map(({ rule, historical }) => `${rule} ${historical}`)).toEqual(['recall-ambassador false', 'shell true'])
})

test('the same text gives the same claims, byte for byte, and each has a confidence that is a probability', () => {
  const text = 'Gunmen ambushed a convoy near Kidal. Mali closed the border in response, and France condemned the attack.'
  expect(JSON.stringify(coded(text))).toBe(JSON.stringify(coded(text)))
  for (const { confidence } of coded(text)) expect(confidence > 0 && confidence < 1).toBe(true)
})

test('the chooser votes with whole numbers of eight bits, and its vote moves the confidence', () => {
  const chooser = JSON.parse(readFileSync(new URL('../packages/english/models/chooser.json', import.meta.url), 'utf8')) as {
    weights: Record<string, number>
  }
  const weights = Object.values(chooser.weights)
  expect(weights.length).toBeGreaterThan(100)
  expect(weights.filter((it) => !Number.isInteger(it) || Math.abs(it) > 127)).toEqual([])
  const sure = only('Kenya expelled the Somali ambassador on Thursday.')
  const said = coded('Critics wonder what an attack by Peru would mean, after a raid.')
  for (const { confidence } of said) expect(confidence).toBeLessThan(sure.confidence)
})
