import { readFileSync } from 'node:fs'
import { Problem } from 'demarche/text'

/** The rows of a table, comments and blank lines left out, each with the number of its line. Throws a `Problem` for a row of another width. */
export function readTsv(file: URL, columns: number): { readonly line: number; readonly cells: readonly string[] }[] {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .map((text, index) => ({ line: index + 1, cells: text.replace(/\r$/, '').split('\t') }))
    .filter(({ cells }) => cells[0] !== '' && !cells[0]!.startsWith('#'))
  for (const { line, cells } of rows) {
    if (cells.length !== columns) throw badRow(file, line, `has ${cells.length} columns, not ${columns}`)
  }
  return rows
}

/** The fault of one row of a table. */
export const badRow = (file: URL, line: number, fault: string): Problem =>
  new Problem({
    reason: 'bad-table',
    place: `${file.pathname.split('/').at(-1)}:${line}`,
    fault,
    cure: 'mend this row; the head of the file says what each column holds',
  })
