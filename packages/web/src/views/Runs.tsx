import type { JSX } from 'preact'
import { useAnswer, type Runs as RunsAnswer } from '../api.js'
import { Table } from '../parts/Table.js'
import { Waiting } from '../parts/Waiting.js'
import { documentAt, Link } from '../route.js'
import { text } from '../text.js'

/** What the ledger holds and which coder made it, what failed and why, and what people corrected. */
export function Runs(): JSX.Element {
  const answer = useAnswer<RunsAnswer>('/api/runs')
  if (!answer.value) return <Waiting {...answer} />
  const { counts, coders, failures, corrections, version } = answer.value
  const { runs } = text
  return (
    <>
      <h1>{runs.title}</h1>
      <h2>{runs.holds}</h2>
      <dl class="counts">
        {Object.entries(counts).map(([what, n]) => (
          <div key={what}>
            <dt>{runs.counts[what] ?? what}</dt>
            <dd>{n}</dd>
          </div>
        ))}
      </dl>
      <Table
        name={runs.coder}
        columns={[runs.coder, runs.documents]}
        numbers={[1]}
        rows={coders.map(({ coder, documents }) => [
          <>
            <code>{coder}</code> {coder === version && <span class="quiet">{runs.current}</span>}
          </>,
          documents,
        ])}
      />
      <h2>{runs.failures}</h2>
      {failures.length === 0 ? (
        <p>{runs.noFailures}</p>
      ) : (
        <Table
          name={runs.failures}
          columns={Object.values(runs.columns)}
          rows={failures.map((it) => [<Link to={documentAt(it.id)}>{it.path}</Link>, it.reason, it.place, it.cure])}
        />
      )}
      <h2>{runs.corrections}</h2>
      {corrections.length === 0 ? (
        <p>{runs.noCorrections}</p>
      ) : (
        <Table
          name={runs.corrections}
          columns={Object.values(runs.correction)}
          rows={corrections.map((it) => [
            it.when.slice(0, 16).replace('T', ' '),
            it.who,
            <Link to={documentAt(it.document)}>
              {it.undo === undefined ? JSON.stringify(it.change) : `${text.correct.undo} ${it.undo}`}
            </Link>,
            it.why,
          ])}
        />
      )}
    </>
  )
}
