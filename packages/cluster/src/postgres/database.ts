import { Problem, type Fault } from 'demarche/text'
import pg from 'pg'
import { storable } from './copy.js'

export type Row = Readonly<Record<string, unknown>>

/** One connection, inside a transaction. */
export interface Sql {
  query(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** The connection itself, for COPY. */
  readonly client: pg.PoolClient
}

/** A pool of connections to one database. */
export interface Database {
  readonly url: string
  query(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** Runs work in one transaction; anything thrown undoes all of it. */
  transaction<T>(work: (sql: Sql) => Promise<T>, begin?: string): Promise<T>
  /** Rows of a query, a page at a time, all as they were at one moment. Leaving the loop early ends the question. `also` may ask more about each page at the same moment. */
  stream<T = Row>(text: string, values?: readonly unknown[], also?: (rows: Row[], query: Sql['query']) => Promise<T[]>): AsyncGenerator<T>
  close(): Promise<void>
}

const PAGE = 500

// Numbers of rows and identities stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** Opens a pool. Nothing is connected before the first question. */
export function openDatabase(url: string, connections: number): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections, application_name: 'demarche', connectionTimeoutMillis: 10_000 })
  // A connection that breaks fails the question that it is asked, and is replaced by the next; the event of itself must not end the program.
  const ignore = (): void => {}
  pool.on('error', ignore)
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw asProblem(error, url)
    }
  }
  async function once<T>(work: (sql: Sql) => Promise<T>, begin: string): Promise<T> {
    const client = await pool.connect()
    let broken = false
    client.on('error', ignore)
    try {
      await client.query(begin)
      const result = await work({ client, query: async (text, values = []) => (await client.query(text, given(values))).rows as Row[] })
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch(() => (broken = true))
      throw error
    } finally {
      client.off('error', ignore)
      client.release(broken)
    }
  }
  return {
    url,
    query: (text, values = []) => guarded(async () => (await pool.query(text, given(values))).rows as Row[]),
    transaction: (work, begin = 'BEGIN') => guarded(() => patiently(() => once(work, begin))),
    async *stream<T>(text: string, values: readonly unknown[] = [], also?: (rows: Row[], query: Sql['query']) => Promise<T[]>) {
      const client = await guarded(() => pool.connect())
      const ask = (question: string, values: readonly unknown[] = []): Promise<Row[]> =>
        guarded(async () => (await client.query(question, given(values))).rows as Row[])
      let whole = false
      client.on('error', ignore)
      try {
        await ask('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
        await ask(`DECLARE page NO SCROLL CURSOR FOR ${text}`, values)
        for (let rows = await ask(`FETCH ${PAGE} FROM page`); rows.length > 0; rows = await ask(`FETCH ${PAGE} FROM page`))
          yield* also ? await also(rows, ask) : (rows as T[])
        await ask('COMMIT')
        whole = true
      } finally {
        const undone =
          whole ||
          (await client.query('ROLLBACK').then(
            () => true,
            () => false,
          ))
        client.off('error', ignore)
        client.release(!undone)
      }
    },
    close: () => pool.end(),
  }
}

// PostgreSQL has no NUL in text: what is asked is written as what is stored.
const given = (values: readonly unknown[]): unknown[] =>
  values.map((it) => (typeof it === 'string' ? storable(it) : Array.isArray(it) ? given(it) : it))

/** Two that wait for each other are parted by the server, which undoes one: that one begins again. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let i = 0; ; i++) {
    try {
      return await work()
    } catch (error) {
      if (i === 5 || !/^40(001|P01)$/.test(String((error as { code?: unknown }).code))) throw error
    }
  }
}

const named = (url: string): string => url.replace(/\/\/[^@/]*@/, '//')

const KNOWN: readonly (readonly [pattern: RegExp, reason: string, fault: string, cure: string])[] = [
  [/^28/, 'no-access', 'the server refuses this user', 'check user and password in the address'],
  [/^3D/, 'no-store', 'the server has no such database', 'make it with `createdb`, or name another'],
  [/^42P01/, 'no-store', 'the database holds no ledger', 'run `demarche enqueue` or `demarche worker` on it once, which sets it up'],
  [/^53100/, 'full-disk', 'the disk of the server is full; nothing that was acknowledged is lost', 'make room'],
  [/^(08|57P|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT)/, 'no-server', 'the server cannot be reached', 'check the address, and that PostgreSQL runs'],
]

/** What went wrong, in words and with a cure; problems pass as they are. A password in the address is never shown. */
export function asProblem(error: unknown, url: string): unknown {
  if (!(error instanceof Error) || error.name === 'Problem') return error
  const code = String((error as { code?: unknown }).code ?? (/terminat|timeout|ended|closed/i.test(error.message) ? '08000' : ''))
  const found = KNOWN.find(([pattern]) => pattern.test(code))
  if (!found) return error
  const [, reason, fault, cure] = found
  const it: Fault = { reason, place: named(url), fault: `${fault} (${error.message || code})`, cure }
  return new Problem(it, { cause: error })
}
