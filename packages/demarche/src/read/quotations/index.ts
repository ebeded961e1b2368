export { FRAMES, MEDIA, type Medium, type SpeechLexicon } from './lexicon.js'
export { createQuotations } from './speakers.js'
export { createSpeech } from './stage.js'
