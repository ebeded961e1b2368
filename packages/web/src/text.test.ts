import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clauses, inSentence, relation, written } from './text.js'

const views = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))

test('every word of the page stands in the catalogue', () => {
  const found = views.flatMap((name) =>
    [...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/(?<!=)>([^<>{}=;()`]*[A-Za-z]{2,}[^<>{}=;()`]*)<\//g)].map(
      (match) => `${name}: ${match[1]!.trim()}`,
    ),
  )
  expect(views.length).toBeGreaterThan(20)
  expect(found).toEqual([])
})

test('each relation that a clause tells has a name', () =>
  expect(Object.keys(clauses).toSorted()).toEqual(Object.keys(relation).toSorted()))

test.each([
  ['United Kingdom', 'the United Kingdom'],
  ['Nagorno-Karabakh Republic', 'the Nagorno-Karabakh Republic'],
  ['Armenia', 'Armenia'],
])('%s is %s in a sentence', (name, says) => expect(inSentence(name)).toBe(says))

test('days, months and years are written', () => {
  expect(['2024-06-03', '2024-06', '2024'].map(written)).toEqual(['3 Jun 2024', 'Jun 2024', '2024'])
})
