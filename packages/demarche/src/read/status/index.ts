export { KINDS, type Effect, type StatusEntry, type StatusLexicon } from './lexicon.js'
export { createStatus, type StatusReader, type StatusReading } from './status.js'
