export { changesOf, pairs, type Change, type Effect, type Effects } from './effects.js'
export { fold } from './fold.js'
export { KINDS, type Kind } from './kinds.js'
export { concerning, holdingOn, sidesOf } from './state.js'
