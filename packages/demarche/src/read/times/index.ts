export type { TimesLexicon } from './lexicon.js'
export { createTimes, type Times } from './stage.js'
