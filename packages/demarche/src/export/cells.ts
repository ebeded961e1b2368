export type Cell = string | number | boolean | null | undefined

// A spreadsheet runs a cell that begins so; a quote mark in front makes it text. Numbers are written as numbers and stay as they are.
const FORMULA = /^[=+\-@\t\r]/

/** A cell of CSV by RFC 4180. */
export function csvCell(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** A cell of a tab-separated file, which has no quoting: tabs and line ends become blanks. */
export function tabCell(value: Cell): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
    .replace(/[\t\r\n\u0085\u2028\u2029]+/g, ' ')
    .trim()
  return typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text
}

export const tabLine = (cells: readonly Cell[]): string => `${cells.map(tabCell).join('\t')}\n`

/** A column: its name and what an event has in it. */
export interface Column<R> {
  readonly name: string
  readonly of: (row: R) => Cell
}

/** Lines of a table, its head first. */
export function* table<R>(
  rows: Iterable<R>,
  columns: readonly Column<R>[],
  line: (cells: readonly Cell[]) => string,
  head = true,
): Generator<string> {
  if (head) yield line(columns.map(({ name }) => name))
  for (const row of rows) yield line(columns.map(({ of }) => of(row)))
}

/** The same of rows that come one by one. */
export async function* tableOf<R>(
  rows: AsyncIterable<R>,
  columns: readonly Column<R>[],
  line: (cells: readonly Cell[]) => string,
): AsyncGenerator<string> {
  yield line(columns.map(({ name }) => name))
  for await (const row of rows) yield line(columns.map(({ of }) => of(row)))
}
