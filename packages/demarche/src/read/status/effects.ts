import type { Status } from '../../doc/index.js'
import type { StatusEntry } from './lexicon.js'

const FLIPPED: Readonly<Record<Status, Status>> = { actual: 'negated', negated: 'actual', future: 'negated', hypothetical: 'hypothetical' }

/** What a clause that is `own` by its own words is inside a setting that is `around`: "denied that it had not paid" is negation within negation. */
export function within(around: Status, own: Status): Status {
  if (around === 'actual') return own
  if (around === 'negated') return FLIPPED[own]
  if (around === 'hypothetical') return 'hypothetical'
  return own === 'actual' ? 'future' : own
}

/** What the complement of a word is, given what the word itself is: a factive keeps its complement whatever happens to it. */
export function complement({ holds, not }: StatusEntry, word: Status): Status {
  if (holds === 'actual' && not === 'actual') return 'actual'
  if (word === 'negated') return not === 'same' ? 'negated' : not
  const effect = holds === 'same' || holds === 'actual' ? word : holds
  if (word === 'hypothetical') return 'hypothetical'
  return effect
}
