import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { readRules, type RuleBook, withRules } from '../packages/demarche/src/coding/index.js'
import { articleOf } from '../packages/demarche/src/doc/index.js'
import { faultsOf } from '../packages/demarche/src/cli/rules.js'
import { bundlePart, loadPipeline, readArticle } from '../packages/demarche/src/pipeline.js'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

/** A folder of a user's own rules. */
function own(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'))
  made.push(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return readRules(pathToFileURL(`${folder}/`), 'mine')
}
const ruled = (rules: ReturnType<typeof own>, text: string): (string | null)[][] =>
  (readArticle(loadPipeline(rules), articleOf(text, '2024-06-14'), ['claims']).claims ?? []).map(({ rule, type }) => [rule, type])

const TWIN = `rule: twin-towns
gloss: Two places become twin towns.
codes: { type: SUPPORT, contexts: [diplomatic], cameo: "050" }
verbs: [twin, twin with]
roles:
  agent: actor
finds:
  - "{actor Latvia} twinned with {recipient Iceland}."
  - "{actor Latvia} has twinned with {recipient Malta}."
ignores:
  - { text: "The rope twinned with the wire.", why: a rope is no party }
`

test('own rules add, override and switch off', () => {
  expect(ruled(own({ 'twin-towns.yml': TWIN }), 'Latvia twinned with Iceland.')).toEqual([['twin-towns', 'SUPPORT']])
  expect(ruled([], 'Chad met Niger.')).toEqual([['meet', 'CONSULT']])
  expect(ruled(own({ 'meet.yml': 'rule: meet\noff: true\n', 'talk-with.yml': 'rule: talk-with\noff: true\n' }), 'Chad met Niger.')).toEqual(
    [],
  )
  const over = TWIN.replaceAll('twin-towns', 'meet').replace('verbs: [twin,', 'verbs: [meet, twin,')
  expect(ruled(own({ 'meet.yml': over }), 'Chad met Niger.')).toEqual([['meet', 'SUPPORT']])
})

test.each([
  ['an unknown field', TWIN.replace('gloss:', 'glos:'), /the field “glos” is unknown/],
  ['an unknown class', TWIN.replace('agent: actor', 'agent: wizard'), /no word class “wizard”/],
  ['an unknown code', TWIN.replace('"050"', '"059"'), /“059” is no CAMEO code/],
  ['one example alone', TWIN.replace(/ {2}- "\{actor Latvia\} has .*\n/, ''), /fewer than two examples/],
  [
    'a class in its words that is nowhere',
    TWIN.replace('roles:', 'words: { town: ["{burg}"] }\nroles:'),
    /takes in a class “burg” that is nowhere/,
  ],
])('own rules are checked as ours are: %s', (_what, text, fault) => {
  expect(() => withRules(bundlePart('rules') as RuleBook, own({ 'twin-towns.yml': text }))).toThrow(fault)
})

test('a fault says where it stands', () => {
  expect(() => own({ 'twin-towns.yml': TWIN.replace('gloss:', 'glos:') })).toThrow(/mine\/twin-towns\.yml/)
})

test('the examples of own rules run against all rules, ours among them, and each condition must be earned', () => {
  expect(faultsOf(own({ 'twin-towns.yml': TWIN }))).toEqual([])
  const idle = TWIN.replace('roles:', 'words: { wire: [wire] }\nroles:\n  on: "!wire"')
  const greedy = TWIN.replaceAll('twin-towns', 'meet-towns')
    .replace('verbs: [twin,', 'verbs: [meet, twin,')
    .replace('gloss:', 'over: [meet]\ngloss:')
  expect(faultsOf(own({ 'twin-towns.yml': idle }))).toEqual([
    expect.stringMatching(/mine\/twin-towns\.yml: no example needs the condition of “on”/),
  ])
  const faults = faultsOf(own({ 'meet-towns.yml': greedy }))
  expect(faults).toContainEqual(expect.stringMatching(/^rules\/consult\/meet\.yml:\d+: is not found; meet-towns finds it: /))
})
