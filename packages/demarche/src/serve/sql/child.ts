import { constants, DatabaseSync } from '@photostructure/sqlite'

// A process for one question in SQL. It reads the question from standard input and writes one line of JSON. It opens the ledger for reading alone, may do nothing but
// select, and is killed from outside when it takes too long: no other way stops a statement that runs.

const ROWS = 1000
const HEAP = 256 * 2 ** 20
const BYTES = 8 * 2 ** 20

/** What a statement may do. Not among them: attaching files, pragmas, writing, loading extensions. */
const ALLOWED = new Set([constants.SQLITE_SELECT, constants.SQLITE_READ, constants.SQLITE_FUNCTION, constants.SQLITE_RECURSIVE])

function answer(path: string, sql: string): unknown {
  const db = new DatabaseSync(path, { readOnly: true, timeout: 200 })
  try {
    db.exec(`PRAGMA query_only = ON; PRAGMA hard_heap_limit = ${HEAP}; PRAGMA trusted_schema = OFF`)
    db.enableDefensive(true)
    db.setAuthorizer((action, _first, second) =>
      ALLOWED.has(action) && !(action === constants.SQLITE_FUNCTION && second === 'load_extension')
        ? constants.SQLITE_OK
        : constants.SQLITE_DENY,
    )
    const statement = db.prepare(sql)
    const columns = statement.columns().map(({ name }) => name)
    const rows: unknown[] = []
    let bytes = 0
    let cut = false
    for (const row of statement.iterate() as Iterable<Record<string, unknown>>) {
      const values = columns.map((name) => plain(row[name]))
      bytes += JSON.stringify(values).length
      if (rows.length === ROWS || bytes > BYTES) {
        cut = true
        break
      }
      rows.push(values)
    }
    return { columns, rows, cut }
  } finally {
    db.close()
  }
}

/** A value as JSON holds it; packed values as hexadecimal. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')
  return typeof value === 'bigint' ? value.toString() : value
}

const parts: Buffer[] = []
for await (const part of process.stdin) parts.push(part as Buffer)
const { path, sql } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { path: string; sql: string }
// The second that a question has begins here.
process.stdout.write('\n')
let said: unknown
try {
  said = answer(path, sql)
} catch (error) {
  said = { error: error instanceof Error ? error.message : String(error) }
}
process.stdout.write(JSON.stringify(said))
