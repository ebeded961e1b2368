import { COHESION_COLUMNS } from './cohesion.js'

// What is told of every word of a running text, and how far around it. Changing a list means training again.

/** Offsets of words whose shape, end and weight are told. */
export const SHAPES_AT = [-3, -2, -1, 0, 1, 2, 3]
export const ENDS_AT = [-2, -1, 0, 1]
export const LISTED_AT = [-1, 0, 1]
export const WINDOWS = [4, 10, 24, 60]
export const SHARES = ['capitals', 'plain', 'low', 'listed', 'personal', 'foreign', 'phrased', 'credit'] as const
const SENTENCE = ['words', 'capitals', 'plain', 'listed', 'topic', 'ends', 'cue'] as const
const BESIDE = ['own', 'earlier', 'later'] as const
/** The columns of a word's features, in the order that the trained model knows. */
export const RUNNING_FEATURES: readonly string[] = [
  ...SHAPES_AT.map((o) => `shape at ${o}`),
  ...ENDS_AT.map((o) => `ends at ${o}`),
  ...LISTED_AT.map((o) => `listed at ${o}`),
  ...WINDOWS.flatMap((size) => SHARES.flatMap((share) => [`${share} in ${size} back`, `${share} in ${size} on`])),
  'topic in 12 back',
  'topic in 12 on',
  'topic in 30 back',
  'topic in 30 on',
  'stops in 30 back',
  'stops in 30 on',
  ...BESIDE.flatMap((which) => SENTENCE.map((what) => `${what} of ${which} sentence`)),
  'in sentence',
  'left in sentence',
  'words in line',
  'in line',
  'left in line',
  'sentences in line',
  'cue',
  'since cue',
  'till cue',
  'words',
  'text capitals',
  'text plain',
  'text ends',
  'text lines',
  'score of line',
  'score of line before',
  'score of line after',
  ...COHESION_COLUMNS,
]
