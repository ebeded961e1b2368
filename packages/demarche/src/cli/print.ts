import { once } from 'node:events'
import type { FailureRow } from '../spec/index.js'

export type Format = 'jsonl' | 'json' | 'csv' | 'table'

/** Writes rows to stdout as they come, waiting where the reader is slower. */
export interface Printer<R> {
  row(row: R): Promise<void>
  failure(row: FailureRow): Promise<void>
  end(): Promise<void>
}

/** How rows look to a person (`table`) and as lines of a spreadsheet (`csv`, with its head line). */
export interface Looks<R> {
  readonly table: (row: R) => string
  readonly csv?: { readonly head: string; readonly lines: (row: R) => string }
}

async function write(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** A printer for one format. Failures are rows of their own in the JSON formats alone. */
export function print<R>(format: Format, looks: Looks<R>): Printer<R> {
  let rows = 0
  const lead = (): string => (rows++ > 0 ? ',\n' : '[\n')
  switch (format) {
    case 'jsonl': {
      const line = (row: unknown): Promise<void> => write(`${JSON.stringify(row)}\n`)
      return { row: line, failure: line, end: async () => {} }
    }
    case 'json': {
      const item = (row: unknown): Promise<void> => write(lead() + JSON.stringify(row))
      return { row: item, failure: item, end: () => write(rows > 0 ? '\n]\n' : '[]\n') }
    }
    case 'csv':
      return {
        row: (row) => write((rows++ > 0 ? '' : (looks.csv?.head ?? '')) + (looks.csv?.lines(row) ?? '')),
        failure: async () => {},
        end: () => write(rows > 0 ? '' : (looks.csv?.head ?? '')),
      }
    case 'table':
      return { row: (row) => write(looks.table(row)), failure: async () => {}, end: async () => {} }
  }
}
