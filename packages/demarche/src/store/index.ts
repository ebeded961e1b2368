export { linkedStore } from './linked.js'
export { type Applied, checkNewest, type Migration, migrationsIn, missingIn } from './migrations.js'
export { namedStore } from './named.js'
export { cursorOf, cut, page } from './paging.js'
export { idsFor, partyOf } from './parties.js'
export type { Coded, Counts, DocumentState, EventQuery, Events, RawDocument, Store, StoredDocument } from './ports.js'
export {
  follow,
  readThrough,
  type Changes,
  type EventChange,
  type EventTally,
  type Feed,
  type Following,
  type LookUps,
  type ReadModel,
  type TallyQuery,
} from './read-model.js'
export { relationOf } from './relation.js'
export { openDatabase, sqliteVersion, type Schema } from './sqlite/open.js'
export { sealStore } from './sqlite/seal.js'
export { openSqlite, type SqliteOptions } from './sqlite/store.js'
export { eventsAndTally, tallied } from './tally.js'
export { batchDigest, faultsIn, resultDigest, type Evidence } from './verify.js'
