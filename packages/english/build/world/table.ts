import { Problem } from 'demarche/text'
import { day, daysInMonth, isDay, type Day } from 'demarche/time'
import type { Precision } from 'demarche/world'

/** A row of a tab-separated table: its cells by column, and where it stands. */
export class Row {
  constructor(
    readonly file: string,
    readonly line: number,
    private readonly cells: ReadonlyMap<string, string>,
  ) {}
  text(column: string): string {
    return this.cells.get(column) ?? ''
  }
  /** The parts of a cell between semicolons. */
  list(column: string): string[] {
    const cell = this.text(column)
    return cell === '' ? [] : cell.split(';').map((part) => part.trim())
  }
  need(column: string): string {
    const cell = this.text(column)
    if (cell === '') throw this.problem(`the column “${column}” is empty`, 'every row needs one')
    return cell
  }
  oneOf<T extends string>(column: string, known: readonly T[], otherwise?: T): T {
    const cell = this.text(column) || otherwise || ''
    if (!(known as readonly string[]).includes(cell)) throw this.problem(`“${cell}” is no ${column}`, `there are ${known.join(', ')}`)
    return cell as T
  }
  number(column: string): number | undefined {
    const cell = this.text(column)
    if (cell === '') return undefined
    const number = Number(cell)
    if (!Number.isFinite(number)) throw this.problem(`“${cell}” in “${column}” is no number`, 'write digits with a point')
    return number
  }
  /** The interval of the columns `from` and `to`; either may be empty. */
  when(): { from: string; to: string; precision: Precision } {
    return interval(this.text('from'), this.text('to'), this)
  }
  problem(fault: string, cure: string): Problem {
    return new Problem({ reason: 'bad-table', place: `${this.file}:${this.line}`, fault, cure })
  }
}

/** Where a fault is told. */
export interface Place {
  problem(fault: string, cure: string): Problem
}

/** Reads a table: comment lines start with `#`, the first other line names the columns. Throws a `Problem` with the line for the first fault. */
export function readTable(text: string, file: string, columns: readonly string[]): Row[] {
  const rows: Row[] = []
  let head: readonly string[] | undefined
  for (const [i, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue
    const cells = line.split('\t').map((cell) => cell.trim())
    const row = new Row(file, i + 1, new Map((head ?? []).map((column, at) => [column, cells[at] ?? ''])))
    if (!head) {
      head = cells
      const strange = cells.find((column) => !columns.includes(column)) ?? columns.find((column) => !cells.includes(column))
      if (strange !== undefined) throw row.problem(`the column “${strange}” is unknown or missing`, `the columns are ${columns.join(', ')}`)
    } else if (cells.length > head.length)
      throw row.problem(`the row has ${cells.length} cells, the table ${head.length} columns`, 'take away the tabs that are too many')
    else rows.push(row)
  }
  return rows
}

/** First and last day of `2018-05-08`, `2018-05` or `2018`, with how exact it is. */
export function bounds(text: string): { first: Day; last: Day; precision: Precision } | undefined {
  const [year, month] = text.split('-').map(Number)
  if (isDay(text)) return { first: text, last: text, precision: 'day' }
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text))
    return { first: `${text}-01`, last: day(year!, month!, daysInMonth(year!, month!)), precision: 'month' }
  return /^\d{4}$/.test(text) ? { first: `${text}-01-01`, last: `${text}-12-31`, precision: 'year' } : undefined
}

const COARSER: Readonly<Record<Precision, number>> = { day: 0, month: 1, year: 2 }

export function interval(from: string, to: string, at: Place): { from: string; to: string; precision: Precision } {
  const [a, b] = [from, to].map((text) => (text === '' ? undefined : bounds(text)))
  if (from !== '' && !a) throw at.problem(`“${from}” is no day`, 'write 2018-05-08, 2018-05 or 2018')
  if (to !== '' && !b) throw at.problem(`“${to}” is no day`, 'write 2018-05-08, 2018-05 or 2018')
  if (a && b && a.first > b.last) throw at.problem(`it ends (${to}) before it begins (${from})`, 'turn the two days round or correct one')
  const precision = COARSER[a?.precision ?? 'day'] >= COARSER[b?.precision ?? 'day'] ? (a?.precision ?? 'day') : (b?.precision ?? 'day')
  return { from: a?.first ?? '', to: b?.last ?? '', precision }
}
