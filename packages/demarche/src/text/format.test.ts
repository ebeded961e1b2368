import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle, models } from '@demarche/english'
import { afterAll, expect, test } from 'vitest'
import { checkFormat, FORMATS } from './format.js'
import { isProblem } from './problem.js'

const folder = mkdtempSync(join(tmpdir(), 'demarche-format-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const reasonOf = (content: string | undefined): string | undefined => {
  const file = join(folder, 'format.json')
  rmSync(file, { force: true })
  if (content !== undefined) writeFileSync(file, content)
  try {
    checkFormat(pathToFileURL(`${folder}/`), 'models')
    return undefined
  } catch (error) {
    if (!isProblem(error)) throw error
    expect(error.message).toContain(file)
    return error.fault.reason
  }
}

test('what the language carries is of the format that this program reads', () => {
  checkFormat(bundle, 'bundle')
  checkFormat(models, 'models')
})

test.each([
  [`{"format":${FORMATS.models}}`, undefined],
  [`{"format":${FORMATS.models + 1}}`, 'newer-format'],
  [`{"format":${FORMATS.models - 1}}`, 'older-format'],
  [undefined, 'no-format'],
  ['{"format":"1"}', 'no-format'],
  ['{"format":1.5}', 'no-format'],
  ['null', 'no-format'],
  ['{', 'no-format'],
])('%s: %s', (content, reason) => expect(reasonOf(content)).toBe(reason))

test('a newer package is cured by a newer program, an older one by installing it again', () => {
  writeFileSync(join(folder, 'format.json'), `{"format":${FORMATS.models + 1}}`)
  expect(() => checkFormat(folder, 'models')).toThrow(/reads format 1; update demarche$/)
  writeFileSync(join(folder, 'format.json'), '{"format":0}')
  expect(() => checkFormat(folder, 'models')).toThrow(/install @demarche\/english/)
})
