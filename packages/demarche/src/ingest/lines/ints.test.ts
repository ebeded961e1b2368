import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packInts, unpackInts } from './ints.js'

test('numbers come back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (numbers) => {
      expect(unpackInts(packInts(numbers))).toEqual(numbers)
    }),
  )
})
