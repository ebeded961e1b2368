import { expect, test } from 'vitest'
import { explanationText } from '../packages/demarche/src/coding/index.js'
import { articleOf } from '../packages/demarche/src/doc/index.js'
import { explainArticle, loadPipeline } from '../packages/demarche/src/pipeline.js'

const pipeline = loadPipeline()
const explain = (text: string) => explainArticle(pipeline, articleOf(text, '2024-06-14'))
const shown = (text: string): string =>
  explain(text)
    .map((it) => explanationText(it, ({ from, to }) => text.slice(from, to)))
    .join('\n\n')

test('an explanation names what was read, the rule with its line, the rivals, and what would change the code', () => {
  const text = shown('The militia attacked the police with mortars.')
  for (const line of [
    /^ {2}code +ASSAULT heavy-weapons 194 · actual$/m,
    /^ {2}who +militia → police$/m,
    /^ {2}rule +attack, rules\/assault\/attack\.yml:\d+$/m,
    /^ {12}for clause is heavy-weapons$/m,
    /^ {2}agent +“The militia”/m,
    /^ {2}if +without “mortars”: ASSAULT 190, actual$/m,
    /^ {2}nearly +criticise \(ACCUSE disapprove 111\): its with must be not killing-tool, and is “mortars”$/m,
  ])
    expect(text).toMatch(line)
})

test('a word that alone tells what is asked for, and a noun that tells how, are named', () => {
  expect(shown('Ecuador urged Peru to think of the prisoners.')).toMatch(
    /^ {2}frame +ask × release, told by “prisoners”, rules\/contents\.yml$/m,
  )
  expect(shown('A stabbing by Kenyan youths hurt two guards.')).toMatch(/^ {2}manner +“stabbing”, by stab, rules\/assault\/stab\.yml:1$/m)
})

test('a rival is told with why it lost', () => {
  expect(shown('Kenya and Somalia traded accusations over the islets.')).toMatch(
    /^ {2}lost +accuse \(.+\), rules\/accuse\/accuse\.yml: the winner is declared over it$/m,
  )
})

// The same change made in the text itself gives what the explanation foretold.
test.each([
  ['Armenia did not recall its ambassador from Belarus.', 'without “not”', 'Armenia recalled its ambassador from Belarus.'],
  ['Iran will not release the sailors.', 'without “will” and “not”', 'Iran released the sailors.'],
  ['Poland is ready to send weapons to Ukraine.', 'without “ready”', 'Poland sent weapons to Ukraine.'],
  ['The militia attacked the police with mortars.', 'without “mortars”', 'The militia attacked the police.'],
  ['Chad met Niger.', 'were it still to come', 'Chad will meet Niger.'],
])('%s: %s', (text, change, other) => {
  const [is] = explain(other)
  const foretold = explain(text)[0]!.whatIf.find((it) => it.change === change)
  expect(foretold?.codes).toBe(`${[is!.claim.type, is!.claim.mode, is!.claim.cameo].filter(Boolean).join(' ')}, ${is!.claim.status}`)
})

test('what nearly read it fails by one condition alone: with the thing that was wanted, that rule takes it', () => {
  const [said] = explain('Ghana expelled two pupils.')
  expect(said?.nearly.map(({ rule }) => rule)).toContain('expel-diplomat')
  expect(explain('Ghana expelled two Russian diplomats.')[0]!.rule.name).toBe('expel-diplomat')
})
