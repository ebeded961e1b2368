import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { bundle } from '../packages/english/index.js'
import { codedCameo, type RuleBook } from '../packages/demarche/src/coding/index.js'
import { articleOf } from '../packages/demarche/src/doc/index.js'
import type { ClaimRow } from '../packages/demarche/src/spec/index.js'
import { loadPipeline, readArticle } from '../packages/demarche/src/pipeline.js'

// What the schemes have, the rules give: no type, mode, context or CAMEO code is left out without a reason, and each comes out of a sentence.
const book = JSON.parse(readFileSync(new URL('rules.json', bundle), 'utf8')) as RuleBook
const pipeline = loadPipeline()
const claimsOf = (text: string): readonly ClaimRow[] => readArticle(pipeline, articleOf(text, '2024-06-14'), ['claims']).claims ?? []
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const linesOf = (path: string): string[] => readFileSync(here(path), 'utf8').split('\n')
const found = book.rules.flatMap(({ finds }) => finds.flatMap(({ text }) => claimsOf(text)))

test('each of the 16 types and 67 modes comes out of an example', () => {
  const types = Object.entries(book.schemes.plover.types)
  const modes = types.flatMap(([type, { modes = {} }]) => Object.keys(modes).map((mode) => `${type} ${mode}`))
  // PLOVER's 67, and the one mode of AID that docs/schemes.md settles.
  expect([types.length, modes.length, modes.includes('AID military')]).toEqual([16, 68, true])
  const given = new Set(found.flatMap(({ type, mode }) => [`${type}`, `${type} ${mode}`]))
  expect([...types.map(([type]) => type), ...modes].filter((it) => !given.has(it))).toEqual([])
})

test('each code of CAMEO is given by a rule or has its reason, never both', () => {
  const coded = codedCameo(book)
  const excused = new Set(Object.keys(book.notCoded ?? {}))
  const codes = Object.keys(book.schemes.cameo)
  expect(codes.filter((code) => coded.has(code) === excused.has(code))).toEqual([])
  expect([...coded, ...excused].filter((code) => !codes.includes(code))).toEqual([])
})

test('each code of CAMEO that the rules give comes out of an example or of its own sentence', () => {
  const own = linesOf('../cases/cameo.txt').flatMap((line) => {
    const [, code, text] = /^(\d+) \| (.+)$/.exec(line) ?? []
    return code === undefined ? [] : [{ code, claims: claimsOf(text!), line }]
  })
  expect(own.filter(({ code, claims }) => !claims.some(({ cameo }) => cameo === code)).map(({ line }) => line)).toEqual([])
  const given = new Set([...found.map(({ cameo }) => cameo), ...own.map(({ code }) => code)])
  expect([...codedCameo(book)].filter((code) => !given.has(code)).toSorted()).toEqual([])
})

test('docs/coverage.md is what the rules say', () => {
  execFileSync(process.execPath, [here('../scripts/coverage.mjs'), '--check'], { stdio: 'pipe' })
})

test('each of the 37 contexts has cues, a sentence that has it and one that has not', () => {
  const lines = readFileSync(here('../cases/contexts.txt'), 'utf8')
    .split('\n')
    .filter((line) => /^!?[a-z_]+ \| /.test(line))
  const wrong = lines.filter((line) => {
    const [, not, context, text] = /^(!?)([a-z_]+) \| (.+)$/.exec(line)!
    const claims = claimsOf(text!)
    return claims.length === 0 || claims.some(({ contexts }) => contexts.includes(context!)) !== (not === '')
  })
  expect(wrong).toEqual([])
  const contexts = book.schemes.plover.contexts
  expect(contexts.length).toBe(37)
  for (const context of contexts) {
    expect(book.contexts[context]?.length, context).toBeGreaterThan(3)
    expect(
      lines.filter((line) => line.startsWith(`${context} | `) || line.startsWith(`!${context} | `)).length,
      context,
    ).toBeGreaterThanOrEqual(2)
  }
})
