export { type NamesLexicon } from './lexicon.js'
export { createNames } from './stage.js'
