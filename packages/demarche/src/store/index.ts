export { namedStore } from './named.js'
export { idsFor } from './parties.js'
export type { Coded, Counts, DocumentState, EventQuery, Events, RawDocument, Store, StoredDocument } from './ports.js'
export { openSqlite, type SqliteOptions } from './sqlite/store.js'
