import { expect, test } from 'vitest'
import { bindRules } from './book.js'
import { book, CONTENT, rule } from './made.test.suite.js'

const faultOf = (...given: Parameters<typeof book>): string => {
  try {
    bindRules(book(...given))
    return 'none'
  } catch (error) {
    return (error as Error).message
  }
}

test('a sound book is bound: classes are written out, and rules that are off are left out', () => {
  const bound = bindRules(
    book([rule('send'), rule('give', 'over: [send, AID]'), 'rule: old\noff: true\n'], { contents: { help: CONTENT } }),
  )
  expect(bound.rules.map((it) => it.rule)).toEqual(['send', 'give'])
  expect(bound.classes).toEqual({ food: ['bread', 'rice'], grain: ['rice'] })
})

test.each([
  ['two of one name', [rule('a'), rule('a')], '1.yml:1: the rule “a” stands in 0.yml too'],
  ['a name', [rule('A b')], '0.yml:1: “A b” is no name of a rule'],
  ['a gloss', [rule('a').replace('Sends help.', '""')], 'there is no gloss'],
  ['a type', [rule('a').replace('type: AID, mode: food, ', '')], 'codes have no type'],
  ['words', [rule('a').replace('verbs: [send, hand out]', '')], 'no word names the act'],
  ['a mode', [rule('a').replace('mode: food', 'mode: riot')], '“riot” is no mode of AID'],
  ['a mode of a variant', [rule('a', 'variants: [{ where: {}, codes: { mode: riot } }]')], '“riot” is no mode of AID'],
  ['over', [rule('a', 'over: [b]')], 'over: there is no rule or type “b”'],
  ['a frame', [rule('a', 'frame: hope')], '“hope” is no frame'],
  ['a content', [rule('a', 'content: help')], 'no content “help” in rules/contents.yml'],
  ['a role', [rule('a').replace('theme: food', 'them: food')], '“them” is no role'],
  ['a class', [rule('a').replace('theme: food', 'theme: drink')], 'theme: no word class “drink”'],
  ['a class of a variant', [rule('a', 'variants: [{ where: { theme: drink }, codes: {} }]')], 'theme: no word class “drink”'],
  ['a source', [rule('a', 'actor: [near theme]')], '“near” is no way into a phrase'],
  ['a source of others', [rule('a', 'others: { mediator: [them] }')], '“them” is no role'],
  ['a figure', [rule('a', 'figures: { killed: [them] }')], '“them” is no role'],
  ['a class of a verb', [rule('a').replace('hand out', '"hand {drink}"')], '“hand {drink}”: no word class “drink”'],
  ['a class before a verb', [rule('a').replace('hand out', '"{food} out"')], '“{food} out” starts with a class'],
  ['a class of its words', [rule('a', 'words: { gift: ["{drink}"] }')], 'words: “gift” takes in a class “drink” that is nowhere'],
  ['two examples', [rule('a').replace(/ {2}- \{ text: "\{actor.*\n/, '')], 'finds: fewer than two examples'],
  ['a counter-example', [rule('a').replace(/ignores:[^]*$/, '')], 'ignores: no counter-example'],
  ['who takes it instead', [rule('a').replace('why:', 'as: b, why:')], '0.yml:11: there is no rule “b”'],
  ['a circle', [rule('a', 'over: [b]'), rule('b', 'over: [a]')], 'over goes in a circle: a → b → a'],
])('each must have it right: %s', (_what, rules, fault) => expect(faultOf(rules)).toContain(fault))

test('words of its own, sectors and kinds of party are classes too', () => {
  for (const name of ['gift', 'GOV', 'state', 'AID', 'grain'])
    expect(faultOf([rule('a', 'words: { gift: ["{food}", present] }').replace('theme: food', `theme: ${name}`)]), name).toBe('none')
  expect(faultOf([rule('a', 'actor: [sender-of theme, agent-of content]')])).toBe('none')
})

test('contents are held to classes and codes', () => {
  expect(faultOf([rule('a')], { contents: { help: { ...CONTENT, words: ['{drink}'] } } })).toContain(
    'rules/contents.yml: help: words: there is no class “{drink}”',
  )
  expect(faultOf([rule('a')], { contents: { help: { ...CONTENT, contexts: ['sport'] } } })).toContain(
    'rules/contents.yml: help: “sport” is no context',
  )
  expect(faultOf([rule('a')], { contents: { help: { ...CONTENT, frames: { ask: { type: 'HELP' } } } } })).toContain(
    '“HELP” is no PLOVER type',
  )
})

test('classes that take in themselves or none are refused', () => {
  expect(faultOf([rule('a')], { classes: { food: ['{grain}'], grain: ['{food}'] } })).toContain('takes in itself')
  expect(faultOf([rule('a')], { classes: { food: ['{grain}'] } })).toContain('no word class “grain”')
})
