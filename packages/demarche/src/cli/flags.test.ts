import { expect, test } from 'vitest'
import { checkFlags } from './flags.js'

const flags = { date: { type: 'string' }, jsonl: { type: 'boolean' } }

test('known options pass, with their values', () => {
  expect(() => checkFlags('code', flags, ['--jsonl', '--date', '2024-06-14', '-', 'a.txt', '--date=2024-06-14'])).not.toThrow()
})

test('an unknown option is refused, and the known ones are named', () => {
  expect(() => checkFlags('code', flags, ['--dates', '2024-06-14'])).toThrow('code has no option --dates; it has --date, --jsonl')
})

test('an option without its value is refused', () => {
  expect(() => checkFlags('code', flags, ['--date', '--jsonl'])).toThrow('--date needs a value')
})

test('what follows -- is not an option', () => {
  expect(() => checkFlags('code', flags, ['--', '--file-with-dashes'])).not.toThrow()
})
