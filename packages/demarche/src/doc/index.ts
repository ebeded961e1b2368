export { PREPOSITION_ROLES, type Act, type Filler, type Status, type StatusCue } from './acts.js'
export { articleOf, docFrom } from './build.js'
export type { Doc, LayerName, Layers } from './doc.js'
export { LONGEST_SENTENCE, readable } from './limits.js'
export type { Name, NameType } from './names.js'
export { checkStages, stage, type Stage } from './stage.js'
export {
  DEPREL,
  deprelId,
  UPOS,
  uposId,
  XPOS,
  xposId,
  type Deprel,
  type Sentence,
  type Tags,
  type TokenRange,
  type Tokens,
  type Tree,
  type Upos,
  type Xpos,
} from './tokens.js'
export {
  dependents,
  dependentsBy,
  deprelAt,
  kidsOf,
  spanOf,
  spanOfRange,
  subtree,
  tokenAt,
  shortestAt,
  tokensIn,
  uposAt,
  wordAt,
  xposAt,
} from './views.js'
