import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { REPAIR_LISTS } from 'demarche/read/tree'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildRepairs } from './repairs.js'

const OURS = new URL('../', import.meta.url)
const text = readFileSync(new URL('lexicon/repairs.tsv', OURS), 'utf8')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-repairs-'))
  mkdirSync(join(folder, 'lexicon'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const built = (it: string): unknown => {
  writeFileSync(join(folder, 'lexicon/repairs.tsv'), it)
  return buildRepairs(pathToFileURL(`${folder}/`))
}

test('every list is there, and a word that is added is in it', () => {
  expect(Object.keys(built(text) as object).toSorted()).toEqual([...REPAIR_LISTS].toSorted())
  expect(built(text.replace(/^drawn-on\t/m, '$&invoke '))).toMatchObject({ 'drawn-on': ['invoke', 'cite', 'quote'] })
})

test.each([
  ['an unknown list', `${text}drawn-from\tcite\n`, /repairs\.tsv:\d+: .*unknown list “drawn-from”; there are said-at-the-end/],
  ['a list twice', `${text}drawn-on\tcite\n`, /the list “drawn-on” a second time/],
  ['a word twice', text.replace(/^drawn-on\t/m, '$&quote '), /“quote” a second time/],
  ['two blanks', text.replace(/^drawn-on\tcite/m, '$& '), /a second time/],
  ['a missing list', text.replace(/^times\t.*\n/m, ''), /there is no list “times”/],
  ['a missing column', text.replace(/^drawn-on\t/m, 'drawn-on '), /has 1 columns, not 2/],
])('%s is told with its place', (_, broken, message) => {
  expect(() => built(broken)).toThrow(message)
})
