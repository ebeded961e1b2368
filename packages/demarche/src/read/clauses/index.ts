export { actAt, actsOf, createActs } from './acts.js'
export type { ActWords } from './words.js'
