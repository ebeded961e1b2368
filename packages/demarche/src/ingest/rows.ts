import { Readable } from 'node:stream'
import type { Day } from '../time/index.js'
import { lines, type Bytes } from './bytes.js'
import type { FailureRow } from '../spec/index.js'
import type { Pending } from './pending.js'
import { failureFrom, failureRow } from './reasons.js'
import { itemFromRow } from './record.js'

/** JSONL: one object a line; blank lines count but give nothing. A bad line is a failure and the rest goes on. */
export async function* readJsonl(bytes: Bytes, path: string, date: Day | undefined, limit: number): AsyncGenerator<Pending | FailureRow> {
  const decoder = new TextDecoder()
  let item = -1
  for await (const line of lines(bytes, limit)) {
    item++
    const input = { path, item }
    if ('tooLong' in line) {
      yield failureRow(input, 'too-big', `the line has ${line.tooLong} bytes`)
      continue
    }
    const text = decoder.decode(line.bytes)
    if (text.trim() === '') continue
    yield fromJson(text, input, date, limit)
  }
}

function fromJson(text: string, input: { path: string; item: number }, date: Day | undefined, limit: number): Pending | FailureRow {
  let row: unknown
  try {
    row = JSON.parse(text)
  } catch (error) {
    return failureRow(input, 'not-json', `line ${input.item + 1}: ${error instanceof Error ? error.message : String(error)}`.slice(0, 200))
  }
  return itemFromRow(row, input, date, limit)
}

const TSV = { delimiter: '\t', quote: false as const }

/** CSV with a header line (comma, semicolon or tab is seen from it), or TSV. Quoted cells may hold line breaks. */
export async function* readTable(
  bytes: Bytes,
  path: string,
  kind: 'csv' | 'tsv',
  date: Day | undefined,
  limit: number,
): AsyncGenerator<Pending | FailureRow> {
  const form = kind === 'tsv' ? TSV : { delimiter: [',', ';', '\t'], quote: '"' }
  const { parse: csvParser } = await import('csv-parse')
  const parser = csvParser({
    ...form,
    bom: true,
    columns: headers,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: limit,
  })
  const source = Readable.from(bytes).on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let item = 0
  try {
    for await (const row of parser) {
      const input = { path, item: item++ }
      const [text, html] = [(row as Record<string, string>)['text'], (row as Record<string, string>)['html']]
      yield text === undefined && html === undefined
        ? failureRow(input, 'bad-table', 'has no cell under `text` or `html`')
        : itemFromRow(row, input, date, limit)
    }
  } catch (error) {
    yield failureFrom(error, { path, item }, 'bad-table')
  } finally {
    source.destroy()
    parser.destroy()
  }
}

/** Column names, lower-cased; names that could reach into an object's prototype are passed over. */
const headers = (names: readonly string[]): (string | false)[] =>
  names.map((name) => {
    const plain = name.trim().toLowerCase()
    return plain === '' || plain === '__proto__' || plain === 'constructor' ? false : plain
  })
