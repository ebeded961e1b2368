import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { packSections, packTable, readSections, tableIn, type Section } from './index.js'

const folder = mkdtempSync(join(tmpdir(), 'demarche-sections-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = pathToFileURL(join(folder, 'it.bin'))
const written = (sections: Record<string, Section>): ReturnType<typeof readSections> => {
  writeFileSync(file, packSections(sections))
  return readSections(file)
}

test('numbers and texts of any width come back as they were', () => {
  const one = fc.record({
    text: fc.string({ unit: 'binary' }),
    latin: fc.string(),
    bytes: fc.uint8Array(),
    short: fc.int16Array(),
    long: fc.int32Array(),
    count: fc.uint32Array(),
  })
  fc.assert(
    fc.property(one, (it) => {
      const back = written(it)
      expect(back.text('text')).toBe(it.text)
      expect(back.text('latin')).toBe(it.latin)
      expect(back.array('bytes', 'u8')).toEqual(it.bytes)
      expect(back.array('short', 'i16')).toEqual(it.short)
      expect(back.array('long', 'i32')).toEqual(it.long)
      expect(back.array('count', 'u32')).toEqual(it.count)
    }),
    { numRuns: 20 },
  )
})

test('a file that is missing, cut or something else is named', () => {
  writeFileSync(file, packSections({ a: Int32Array.of(1, 2, 3) }).subarray(0, -8))
  expect(() => readSections(file)).toThrow(/it\.bin: cannot be read/)
  writeFileSync(file, '{}')
  expect(() => readSections(file)).toThrow(/it\.bin: cannot be read/)
  expect(() => readSections(new URL('none.bin', file))).toThrow(/none\.bin: cannot be read.*npm run build/)
  const it = written({ a: Int32Array.of(1), b: 'x' })
  expect(() => it.array('a', 'u8')).toThrow('has no section “a” of u8')
  expect(() => it.text('c')).toThrow('has no text “c”')
})

test('a table knows its strings by number, and no other', () => {
  const words = fc.uniqueArray(fc.string({ unit: 'binary' }), { maxLength: 200 })
  fc.assert(
    fc.property(words, fc.array(fc.string()), (strings, others) => {
      const table = tableIn(written(packTable('words', strings)), 'words')
      expect(strings.map((it) => table.find(it))).toEqual([...strings.keys()])
      expect(strings.map((_, i) => table.at(i))).toEqual(strings)
      for (const it of others) expect(table.has(it)).toBe(strings.includes(it))
      const lengths = table.lookup((at) => strings[at]!.length)
      for (const it of [...strings, ...others]) expect(lengths.get(it)).toBe(strings.includes(it) ? it.length : undefined)
    }),
    { numRuns: 40 },
  )
})
