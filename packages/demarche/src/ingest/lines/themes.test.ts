import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonOf } from './common.js'
import { NO_THEME, THEME_ALPHABET, THEMES, themesOf, themeSums } from './themes.js'

const STEMS = ['ferry', 'harbou', 'pilot', 'grape', 'vintag', 'cellar']
const vector = (first: number, second: number): string =>
  THEME_ALPHABET[32 + first]! + THEME_ALPHABET[32 + second]! + THEME_ALPHABET[32]!.repeat(THEMES - 2)
const COMMON = commonOf([STEMS.join(' ')])
const PACKED = [vector(20, 2), vector(22, -1), vector(18, 0), vector(-2, 25), vector(1, 21), vector(0, 30)].join('')
const themes = themesOf(COMMON, PACKED)

test('sentences on one matter are alike though they share no stem, those on two are not', () => {
  const text = themeSums([['ferry'], ['harbou'], ['grape', 'vintag'], ['pilot'], ['unknown']], themes)
  expect(text.rest(0, 1, 0, 1)).toBeGreaterThan(text.rest(2, 3, 2, 3) + 40)
  expect(text.between(0, 2, 3, 4)).toBeGreaterThan(90)
  expect(text.between(0, 2, 2, 3)).toBeLessThan(20)
  expect(text.between(4, 5, 0, 1)).toBe(NO_THEME)
})

test('a mixture points less one way than a text on one matter', () => {
  const one = themeSums([['ferry'], ['harbou'], ['pilot'], ['harbou']], themes)
  const two = themeSums([['ferry'], ['grape'], ['pilot'], ['cellar']], themes)
  expect(one.whole).toBeGreaterThan(95)
  expect(two.whole).toBeLessThan(80)
})

test('stretches beyond the ends are cut, and all figures are shares of a hundred', () => {
  const unit = fc.array(fc.constantFrom(...STEMS, 'unknown', undefined))
  fc.assert(
    fc.property(fc.array(unit), fc.integer({ min: -3, max: 9 }), fc.integer({ min: -3, max: 9 }), (units, from, size) => {
      const sums = themeSums(units, themes)
      for (const value of [sums.rest(from, from + size, from, from + size), sums.between(from, from + size, 0, 2)])
        expect(value === NO_THEME || (value >= -100 && value <= 100)).toBe(true)
      expect(sums.whole >= 0 && sums.whole <= 100).toBe(true)
    }),
  )
})

test('vectors of another number of stems are a broken file', () => {
  expect(() => themesOf(COMMON, PACKED.slice(1))).toThrow(/95 characters for 6 stems of 16 each/)
})
