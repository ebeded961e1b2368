import { expect, test } from 'vitest'
import { isPersonal } from './personal.js'

test('a letter speaks of I and you, a report does not', () => {
  expect(isPersonal(['Dear Vera,', "I'm glad that you wrote, and my sister thanks you too."])).toBe(true)
  expect(isPersonal(['The minister of finance flew to Oslo on Friday.', 'Talks on the loan go on, her office said.'])).toBe(false)
})

test('a letter of an enumeration is no pronoun', () => {
  expect(isPersonal(['(i) ships, (ii) crews and (iii) ports', 'i. Grain'])).toBe(false)
})
