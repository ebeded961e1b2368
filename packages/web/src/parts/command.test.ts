import { expect, test } from 'vitest'
import { command } from './command.js'

test('a search is told as a command, quoted for a shell', () =>
  expect(command('events', { q: "envoy's car", actor: 'state:ARM', type: 'ASSAULT', historical: 'false' })).toBe(
    `demarche events --text 'envoy'\\''s car' --actor state:ARM --type ASSAULT`,
  ))
