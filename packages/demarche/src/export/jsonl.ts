import type { Exporter } from './release.js'

function* lines(rows: Iterable<unknown>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`
}

/** Events and entries whole, one JSON object a line, as the spec has them. */
export const jsonl: Exporter = {
  format: 'jsonl',
  title: 'events and ledger whole, one JSON object a line',
  files: ({ events, entries }) => [
    { name: 'events.jsonl', content: lines(events) },
    { name: 'entries.jsonl', content: lines(entries) },
  ],
}
