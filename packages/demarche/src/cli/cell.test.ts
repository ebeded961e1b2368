import { expect, test } from 'vitest'
import { csvCell, fit, printable } from './cell.js'

test('a cell never becomes a formula', () => {
  expect(['=1+1', '+1', '-1', '@x', 'plain', 'a,b', 'say "x"'].map(csvCell)).toEqual(["'=1+1", "'+1", "'-1", "'@x", 'plain', '"a,b"', '"say ""x"""'])
  expect(csvCell(-4)).toBe('-4')
})

test('controls and overrides do not reach a terminal', () => {
  expect(printable('a\u001b[2Jb\u202ec\nd')).toBe('a\u{fffd}[2Jb\u{fffd}c\nd')
})

test('a cut cell shows that it was cut', () => expect([fit('Minsk', 7), fit('Yerevan', 4)]).toEqual(['Minsk  ', 'Yer…']))
