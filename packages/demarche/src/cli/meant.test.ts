import { expect, test } from 'vitest'
import { meant } from './meant.js'

const NAMES = ['events', 'explain', 'export', 'state', 'status', 'serve']
test.each([
  ['evnts', 'events'],
  ['eventss', 'events'],
  ['evetns', 'events'],
  ['sarve', 'serve'],
  ['expl', 'explain'],
  ['stat', 'state'],
])('%s is taken for %s', (said, name) => expect(meant(said, NAMES)).toBe(`; did you mean “${name}”?`))

test.each(['x', 'list', 'evt', ''])('“%s” is taken for nothing', (said) => expect(meant(said, NAMES)).toBe(''))
