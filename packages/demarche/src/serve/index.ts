export { explain, pairOf, pairsOf, queryOf } from './answers.js'
export { createApp, type AppOptions } from './app.js'
export { headline } from './feeds.js'
export { LOOPBACK } from './guard.js'
export { sqlAsker } from './sql/ask.js'
export { FOREIGN, listen, type Listening } from './listen.js'
export { createMcp, mcpOverStdio } from './mcp.js'
export type { Correcting, ModelOpinion, Saved, Served } from './served.js'
export { quotesOf } from './search.js'
export { writeSite } from './site.js'
export type {
  CodebookAnswer,
  CountsAnswer,
  DiffAnswer,
  DocumentAnswer,
  ExplanationAnswer,
  GraphAnswer,
  PairAnswer,
  PairsAnswer,
  ReasonsAnswer,
  RunsAnswer,
  SavedAnswer,
  SearchAnswer,
} from './schemas.js'
