import type { DiffAnswer, DocumentAnswer } from 'demarche/serve'

// The answers of the API, under the names that the page gives them; their one definition is the server's schemas.

export type {
  CodebookAnswer as Codebook,
  CountsAnswer as Counts,
  ExplanationAnswer as Explanation,
  GraphAnswer as Graph,
  PairAnswer as Pair,
  PairsAnswer as Pairs,
  ReasonsAnswer as Reasons,
  RunsAnswer as Runs,
  SavedAnswer as Saved,
  SearchAnswer as Found,
} from 'demarche/serve'

export type Paper = DocumentAnswer
export type Correction = Paper['corrections'][number]
/** Two files on the reader's disk have no days. */
export type Diff = Omit<DiffAnswer, 'before' | 'after'>
export type Change = Diff['changed'][number]
