import { expect, test } from 'vitest'
import { readCondition, readMarks, readSource } from './condition.js'

test('alternatives, tests that hold together, and what may be unsaid', () => {
  expect(readCondition('arms | actor & !armed?')).toEqual({
    text: 'arms | actor & !armed?',
    optional: true,
    none: false,
    any: [
      [{ not: false, name: 'arms' }],
      [
        { not: false, name: 'actor' },
        { not: true, name: 'armed' },
      ],
    ],
  })
})

test('what only forbids is content with silence; none demands it', () => {
  expect(readCondition('!envoy').optional).toBe(true)
  expect(readCondition('!envoy | state').optional).toBe(false)
  expect(readCondition('none')).toMatchObject({ none: true, optional: true, any: [] })
})

test('sources with a way into a phrase', () => {
  expect(readSource('sender-of theme')).toEqual({ how: 'sender-of', role: 'theme' })
  expect(readSource('agent')).toEqual({ role: 'agent' })
})

test('marks are taken out of the text and keep their places', () => {
  expect(readMarks('{actor Chad} left {recipient Mali} alone.')).toEqual({
    text: 'Chad left Mali alone.',
    marks: [
      { role: 'actor', from: 0, to: 4 },
      { role: 'recipient', from: 10, to: 14 },
    ],
  })
})
