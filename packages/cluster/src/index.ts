export { openClickHouse, type ClickHouseOptions } from './clickhouse/model.js'
export { openJetStream, type JetStreamOptions } from './log/jetstream.js'
export { openPostgres, type PostgresOptions } from './postgres/store.js'
