import { csvLine, table } from './cells.js'
import { ENTRY_COLUMNS, EVENT_COLUMNS } from './columns.js'
import type { Exporter } from './release.js'

/** Events and ledger as CSV (RFC 4180, UTF-8), safe to open in a spreadsheet. */
export const csv: Exporter = {
  format: 'csv',
  title: 'events and ledger, comma-separated',
  files: ({ events, entries }) => [
    { name: 'events.csv', content: table(events, EVENT_COLUMNS, csvLine) },
    { name: 'entries.csv', content: table(entries, ENTRY_COLUMNS, csvLine) },
  ],
}
