import type { Statements } from './statements.js'

export type Cell = number | bigint | string | null | Uint8Array

/** Rows a statement: a call for each row would cost more than what SQLite does with it. */
const SIZES = [32, 4, 1]

/** Writes rows with few statements. `head` is all before the values, as `INSERT INTO claim`. */
export function insertRows(sql: Statements, head: string, rows: readonly (readonly Cell[])[]): void {
  const width = rows[0]?.length ?? 0
  const row = `(${Array(width).fill('?').join(', ')})`
  let at = 0
  for (const size of SIZES) {
    if (at + size > rows.length) continue
    const insert = sql(`${head} VALUES ${Array(size).fill(row).join(', ')}`)
    const cells: Cell[] = Array(size * width)
    while (at + size <= rows.length) {
      let to = 0
      for (let end = at + size; at < end; at++) {
        const from = rows[at]!
        for (let i = 0; i < width; i++) cells[to++] = from[i]!
      }
      insert.run(...cells)
    }
  }
}
