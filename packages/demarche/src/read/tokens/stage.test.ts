import { expect, test } from 'vitest'
import { visible } from './stage.js'

test('what was removed is blanked and nothing moves', () => {
  const text = 'One line.\nRead also: another.\nLast line.'
  const from = text.indexOf('Read')
  const seen = visible(text, [{ span: { from, to: from + 19 }, why: 'read-also' }])
  expect([seen.length, seen.slice(0, 9), seen.includes('Read'), seen.slice(-10)]).toEqual([text.length, 'One line.', false, 'Last line.'])
})

test('removed spans may overlap and come in any order', () => {
  expect(
    visible('abcdefgh', [
      { span: { from: 4, to: 6 }, why: 'x' },
      { span: { from: 2, to: 5 }, why: 'y' },
    ]),
  ).toBe('ab\n\n\n\ngh')
})
