import type { JSX } from 'preact'
import { useAnswer, type Runs as RunsAnswer } from '../api.js'
import { Waiting } from '../parts/Waiting.js'
import { documentAt, Link } from '../route.js'
import { text } from '../text.js'

export function Runs(): JSX.Element {
  const answer = useAnswer<RunsAnswer>('/api/runs')
  if (!answer.value) return <Waiting {...answer} />
  const { counts, coders, failures, corrections, version } = answer.value
  const { columns, correction } = text.runs
  return (
    <>
      <h1>{text.runs.title}</h1>
      <p>
        {text.runs.holds}{' '}
        {Object.entries(counts)
          .map(([what, n]) => `${n} ${text.runs.counts[what] ?? what}`)
          .join(', ')}
        .
      </p>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{text.runs.coder}</th>
            <th scope="col" class="number">
              {text.runs.documents}
            </th>
          </tr>
        </thead>
        <tbody>
          {coders.map(({ coder, documents }) => (
            <tr key={coder}>
              <td>
                <code>{coder}</code>
                {coder === version ? ' ✓' : ''}
              </td>
              <td class="number">{documents}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{text.runs.failures}</h2>
      {failures.length === 0 ? (
        <p>{text.runs.noFailures}</p>
      ) : (
        <table class="plain">
          <thead>
            <tr>
              {Object.values(columns).map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {failures.map((it) => (
              <tr key={it.id}>
                <td>
                  <Link to={documentAt(it.id)}>{it.path}</Link>
                </td>
                <td>{it.reason}</td>
                <td>{it.place}</td>
                <td>{it.cure}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h2>{text.runs.corrections}</h2>
      {corrections.length === 0 ? (
        <p>{text.runs.noCorrections}</p>
      ) : (
        <table class="plain">
          <thead>
            <tr>
              {Object.values(correction).map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {corrections.map((it) => (
              <tr key={it.id}>
                <td>{it.when.slice(0, 16).replace('T', ' ')}</td>
                <td>{it.who}</td>
                <td>
                  <Link to={documentAt(it.document)}>{JSON.stringify(it.change ?? { undo: it.undo })}</Link>
                </td>
                <td>{it.why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
