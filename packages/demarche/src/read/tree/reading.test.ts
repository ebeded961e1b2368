import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '@demarche/english'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleOf, checkStages, deprelAt, type Doc, type Stage, wordAt } from '../../doc/index.js'
import { createTags, loadTagsModel } from '../tags/index.js'
import { createTokens, loadBoundaryModel } from '../tokens/index.js'
import { contentOf, createTree, loadTreeModel } from './index.js'
import { coreArguments, readingCases } from './reading-cases.js'

type Read = Doc<'tokens' | 'sentences' | 'tags' | 'tree'>
const stages: readonly Stage[] = checkStages([
  createTokens(loadBoundaryModel(bundle)),
  createTags(loadTagsModel(bundle)),
  createTree(loadTreeModel(bundle)),
])
const read = (text: string): Read =>
  stages.reduce<Doc>((doc, stage) => ({ ...doc, ...stage.run(doc as never) }), { article: articleOf(text), text }) as Read

/** `head relation word` of every word, for reading and matching. */
const arcs = (doc: Read): string[] =>
  Array.from({ length: doc.tokens.length }, (_, i) => {
    const head = doc.tree.head[i]!
    return `${head < 0 ? 'ROOT' : wordAt(doc, head)} ${deprelAt(doc.tree, i)} ${wordAt(doc, i)}`
  })

const folder = join(import.meta.dirname, '../../../../../cases/reading')

test('core arguments of news-like sentences', () => {
  const rows: string[] = []
  let [right, found, wanted] = [0, 0, 0]
  for (const name of readdirSync(folder)
    .filter((it) => it.endsWith('.txt'))
    .toSorted()) {
    let [r, f, w] = [0, 0, 0]
    for (const { text, arguments: gold } of readingCases(readFileSync(join(folder, name), 'utf8'))) {
      const system = coreArguments(read(text))
      const hits = gold.filter((it) => system.includes(it)).length
      if (process.env['READING'] === 'errors' && (hits < gold.length || hits < system.length)) {
        rows.push(
          `  ${text}`,
          `    missed ${gold.filter((it) => !system.includes(it)).join(', ')} · wrong ${system.filter((it) => !gold.includes(it)).join(', ')}`,
        )
      }
      r += hits
      f += system.length
      w += gold.length
    }
    rows.push(`${name}: F1 ${((200 * r) / (f + w)).toFixed(1)}`)
    right += r
    found += f
    wanted += w
  }
  const f1 = (200 * right) / (found + wanted)
  console.log([...rows, `all: ${wanted} core arguments, F1 ${f1.toFixed(1)}`].join('\n'))
  expect(f1).toBeGreaterThan(85)
})

test.each([
  ['Norland recalled its ambassador to Sudmark on Thursday.', 'ambassador nmod Sudmark'],
  ['The king received the envoy of Belarus.', 'envoy nmod Belarus'],
  ['Crowds stormed the embassy in Kyiv.', 'embassy nmod Kyiv'],
  ['According to the ministry, rebels destroyed two bridges.', 'destroyed obl ministry'],
  ['According to leaked documents, Sudmark supplied missiles.', 'supplied nsubj Sudmark'],
  ['“The talks have failed,” said the minister.', 'said nsubj minister'],
  ['Norland recalled its envoy, Ivan Petrov, from Sudmark.', 'recalled obl Sudmark'],
  ['The king expelled two diplomats from the capital.', 'expelled obl capital'],
  ['GENEVA, May 3 (Agency) - Norland resumed talks on Tuesday.', 'resumed nsubj Norland'],
  ['KYIV — The army closed two crossings.', 'closed nsubj army'],
  ['PARIS (Agency) - The union called a strike.', 'called parataxis PARIS'],
  ['He visited Nagorno-Karabakh.', 'Nagorno flat Karabakh'],
])('%s: %s', (text, arc) => expect(arcs(read(text))).toContain(arc))

test.each([
  'The minister said that rebels destroyed the bridge.',
  'The minister said rebels destroyed the bridge.',
  'Rebels destroyed the bridge, the minister said.',
  '“Rebels destroyed the bridge,” said the minister.',
  '“Rebels destroyed the bridge,” the minister said.',
])('what is said in: %s', (text) => {
  const doc = read(text)
  const verb = [...doc.tokens.start.keys()].find((i) => wordAt(doc, i) === 'said')!
  expect(wordAt(doc, contentOf(doc, verb)!)).toBe('destroyed')
})

test('an office takes no place that belongs to the verb', () => {
  expect(arcs(read('They sent the ambassador home to Sudmark.'))).not.toContain('ambassador nmod Sudmark')
})

test.each([
  ['dots', '.'.repeat(100_000)],
  ['one letter', 'a'.repeat(100_000)],
  ['one sentence', 'the minister and '.repeat(6000)],
  ['commas', 'a,'.repeat(50_000)],
  ['mail', 'a.b@'.repeat(25_000)],
  ['marks', '“((«'.repeat(25_000)],
  ['lines', 'a\n'.repeat(50_000)],
  ['hyphens', 'a-b-'.repeat(25_000)],
])('%s of 100 kB take time in proportion', (_, text) => {
  const before = process.cpuUsage().user
  const { tree, tokens, sentences } = read(text)
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(2)
  expect(tree.head.length).toBe(tokens.length)
  // One expectation for all: there are tens of thousands of words.
  const wrong = sentences.filter(({ tokens: range }) => {
    const heads = tree.head.subarray(range.first, range.end)
    return heads.filter((it) => it < 0).length !== 1 || heads.some((it) => it >= 0 && (it < range.first || it >= range.end))
  })
  expect(wrong).toEqual([])
})

test('hostile text: every word has tags and a head in its own sentence', () => {
  const pieces = fc.constantFrom(
    ...' \n.,“”"\'’-–()[]!?:;😀\ud800\u200b\u0301\u202e0A',
    'said ',
    'the ',
    'Norland ',
    ' to ',
    'According to ',
    ' ambassador',
    'killed ',
    'GENEVA ',
    ' - ',
    '\n\n',
    '__proto__ ',
    'constructor ',
  )
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 60 }).map((it) => it.join('')),
      (text) => {
        const { tokens, tags, tree, sentences } = read(text)
        expect([tags.upos.length, tags.lemma.length, tree.head.length]).toEqual([tokens.length, tokens.length, tokens.length])
        for (const { tokens: range } of sentences) {
          const heads = [...tree.head.subarray(range.first, range.end)]
          expect(heads.filter((it) => it < 0)).toHaveLength(1)
          expect(heads.every((it) => it < 0 || (it >= range.first && it < range.end))).toBe(true)
          expect(tags.lemma.slice(range.first, range.end)).not.toContain('')
          for (let i = range.first; i < range.end; i++) {
            let steps = 0
            for (let at = i; at >= 0 && steps <= heads.length; at = tree.head[at]!) steps++
            if (steps > heads.length) expect.fail(`the heads of word ${i} go in a circle`)
          }
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('the same text gives the same tree', () => {
  const text = 'Norland recalled its ambassador. “We will stay,” he said, and the talks in Geneva went on.'
  expect(read(text).tree).toEqual(read(text).tree)
})
