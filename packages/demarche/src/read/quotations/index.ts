export { FRAMES, MEDIA, type Medium, type SpeechLexicon } from './lexicon.js'
export { createSpeech } from './stage.js'
