import { expect, test } from 'vitest'
import { fit, printable } from './cell.js'

test('controls and overrides do not reach a terminal', () => {
  expect(printable('a\u001b[2Jb\u202ec\nd')).toBe('a\u{fffd}[2Jb\u{fffd}c\nd')
})

test('a cut cell shows that it was cut', () => expect([fit('Minsk', 7), fit('Yerevan', 4)]).toEqual(['Minsk  ', 'Yer…']))
