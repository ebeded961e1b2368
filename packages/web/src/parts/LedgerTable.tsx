import type { EntryRow } from 'demarche/spec'
import type { JSX } from 'preact'
import { Link } from '../route.js'
import { text } from '../text.js'
import { lanesOf } from './lanes.js'
import { about, type Name } from './names.js'
import { Table } from './Table.js'

interface LedgerTableProps {
  readonly entries: readonly EntryRow[]
  readonly name: Name
  /** Where an event is read. */
  readonly at: (event: string) => string
}

/** The bars of the ledger in words: for readers of screens, for print, and to be copied. */
export function LedgerTable({ entries, name, at }: LedgerTableProps): JSX.Element | null {
  if (entries.length === 0) return null
  const { what, from, to, evidence } = text.ledger.columns
  return (
    <details class="as-table">
      <summary>{text.ledger.table}</summary>
      <Table
        name={text.ledger.table}
        columns={[what, '', from, to, evidence]}
        rows={lanesOf(entries)
          .flatMap(({ of }) => of)
          .map((it) => [
            about(it, name),
            it.is,
            it.since ?? '–',
            it.until ?? text.ledger.open,
            <>
              {it.because.map((id, i) => (
                <span key={id}>
                  {i > 0 && ' '}
                  <Link to={at(id)} aria-label={`${text.ledger.columns.evidence} ${i + 1}: ${about(it, name)}, ${it.is}`}>
                    {i + 1}
                  </Link>
                </span>
              ))}
            </>,
          ])}
      />
    </details>
  )
}
