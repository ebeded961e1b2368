import { ClickHouseError, ClickHouseLogLevel, createClient } from '@clickhouse/client'
import { Problem, type Fault } from 'demarche/text'
import type { ReadAddress } from './address.js'

type Params = Readonly<Record<string, string | number | readonly string[]>>

/** Questions to one database. Values are never part of the SQL: it names them as `{name:Type}`. */
export interface Client {
  rows<T>(sql: string, params?: Params): Promise<T[]>
  stream<T>(sql: string, params?: Params): AsyncGenerator<T>
  run(sql: string, params?: Params): Promise<void>
  insert(table: string, rows: readonly object[]): Promise<void>
  close(): Promise<void>
}

/** Opens the HTTP interface of a server. Nothing is asked before the first question. */
export function openClient({ url, username, password, database, shown }: ReadAddress): Client {
  const client = createClient({
    url,
    username,
    password,
    database,
    application: 'demarche',
    request_timeout: 60_000,
    // What fails is thrown, and told by whoever asked.
    log: { level: ClickHouseLogLevel.OFF },
    // Thousands of ids do not fit into the address of a request.
    use_multipart_params_auto: true,
    clickhouse_settings: { wait_end_of_query: 1 },
  })
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw asProblem(error, shown)
    }
  }
  const ask = (query: string, params: Params | undefined) =>
    client.query({ query, format: 'JSONEachRow', ...(params ? { query_params: { ...params } } : {}) })
  return {
    rows: (sql, params) => guarded(async () => (await ask(sql, params)).json()),
    async *stream<T>(sql: string, params?: Params) {
      const result = await guarded(() => ask(sql, params))
      const pages = result.stream<T>()[Symbol.asyncIterator]()
      for (;;) {
        const page = await guarded(() => pages.next())
        if (page.done === true) return
        for (const row of page.value) yield row.json() as T
      }
    },
    run: (query, params) => guarded(async () => void (await client.command({ query, ...(params ? { query_params: { ...params } } : {}) }))),
    insert: async (table, rows) => {
      if (rows.length > 0) await guarded(() => client.insert({ table, values: [...rows], format: 'JSONEachRow' }))
    },
    close: () => client.close(),
  }
}

/** What the server and the net call them: codes of ClickHouse are numbers. */
const KNOWN: readonly (readonly [pattern: RegExp, reason: string, fault: string, cure: string])[] = [
  [/^(516|193|194|497)$/, 'no-access', 'the server refuses this user', 'check user, password and rights'],
  [/^(81|60)$/, 'no-read-model', 'there is no read model', 'fill it with `demarche mirror`'],
  [/^243$/, 'full-disk', 'the disk of the server is full; the ledger is not touched', 'make room'],
  [/^(ECONN|ENOTFOUND|EAI_|EPIPE|ETIMEDOUT)/, 'no-server', 'the server cannot be reached', 'check the address, and that ClickHouse runs'],
]

function asProblem(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || error.name === 'Problem') return error
  const inner = (error as { errors?: readonly unknown[] }).errors?.[0] ?? error
  const code = String((inner as { code?: unknown }).code ?? (/timeout|socket hang up/i.test(error.message) ? 'ETIMEDOUT' : ''))
  const found = KNOWN.find(([pattern]) => pattern.test(code))
  const what = error instanceof ClickHouseError ? `${error.code} ${error.type ?? ''}`.trim() : code
  if (!found) return error
  const [, reason, fault, cure] = found
  const it: Fault = { reason, place, fault: `${fault} (${what})`, cure }
  return new Problem(it, { cause: error })
}
