import { expect, test } from 'vitest'
import { isDateline } from './dateline.js'

test.each(['PORT ELLIS, March 12 (Reuters) --', 'SELNA (AP) _', 'GENEVA —', ' WESTMARK CITY, Norland, Sept. 3 (Xinhua) --'])(
  '%s is a dateline',
  (text) => expect(isDateline(text)).toBe(true),
)
test.each([
  'Share this story --',
  'ADVERTISEMENT',
  '--',
  'READ ALSO: the envoy of the other side left the talks in the harbour town early --',
  'Mr. Lind left —',
  '',
])('%s is none', (text) => expect(isDateline(text)).toBe(false))
