import type { Database } from './database.js'

const PARTED = ['body', 'coded', 'claim', 'event'] as const
export type Parted = (typeof PARTED)[number]

// News of these years has a partition a month; what is older, later or undated shares one before and one after.
const FIRST = '2010-01-01'
const LAST = '2100-01-01'

/** The partition key of a day: the first of its month; of no day, the farthest past. */
export function monthOf(day: string | null | undefined): string {
  if (day === null || day === undefined || day < FIRST) return '1000-01-01'
  return day < LAST ? `${day.slice(0, 7)}-01` : LAST
}

/** A row of a month came whose partition is not there. The transaction is undone; make the partition and begin it again. */
export class MissingPartitions extends Error {
  override readonly name = 'MissingPartitions'
  constructor(
    readonly table: Parted,
    readonly months: readonly string[],
  ) {
    super(`${table} has no partitions of ${months.join(', ')}`)
  }
}

export interface Partitions {
  /** Throws `MissingPartitions` when there are none of these months. For use inside a transaction. */
  check(table: Parted, months: Iterable<string>): void
  /** Makes sure that a table has the partitions of these months. Must not be called inside a transaction. */
  ready(table: Parted, months: Iterable<string>): Promise<void>
}

/** Makes partitions when the first row of a month comes. They are attached, not created in place, so that nobody who reads or writes has to wait. */
export async function openPartitions(db: Database): Promise<Partitions> {
  const names = (await db.query("SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r'")).map(({ relname }) =>
    String(relname),
  )
  const there = new Set(names)
  return {
    check(table, months) {
      const missing = [...new Set(months)].filter((month) => !there.has(spanOf(table, month).name))
      if (missing.length > 0) throw new MissingPartitions(table, missing)
    },
    async ready(table, months) {
      for (const month of new Set(months)) {
        const { name, from, to } = spanOf(table, month)
        if (there.has(name)) continue
        await db.transaction(async (sql) => {
          await sql.query('SELECT pg_advisory_xact_lock(hashtext($1))', [name])
          if ((await sql.query('SELECT 1 FROM pg_class WHERE relname = $1 AND relispartition', [name])).length > 0) return
          await sql.query(`CREATE TABLE ${name} (LIKE ${table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)`)
          await sql.query(`ALTER TABLE ${table} ATTACH PARTITION ${name} FOR VALUES FROM (${from}) TO (${to})`)
        })
        there.add(name)
      }
    },
  }
}

function spanOf(table: Parted, month: string): { readonly name: string; readonly from: string; readonly to: string } {
  if (month < FIRST) return { name: `${table}_before`, from: 'MINVALUE', to: `'${FIRST}'` }
  if (month >= LAST) return { name: `${table}_after`, from: `'${LAST}'`, to: 'MAXVALUE' }
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
  return { name: `${table}_${month.slice(0, 4)}_${month.slice(5, 7)}`, from: `'${month}'`, to: `'${next}'` }
}
