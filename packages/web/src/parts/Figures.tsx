import type { EventRow } from 'demarche/spec'
import type { JSX } from 'preact'
import { text } from '../text.js'

const bounds = (min: number | null, max: number | null): string =>
  min === max
    ? String(min ?? '?')
    : max === null
      ? text.figures.atLeast(min ?? 0)
      : min === null
        ? text.figures.atMost(max)
        : `${min}–${max}`

/** The figures of an event: the best, the least and the greatest over its reports, and who said which. They are never added up. */
export function Figures({ of }: { readonly of: EventRow['figures'] }): JSX.Element {
  return (
    <>
      <h4>{text.figures.title}</h4>
      <ul>
        {of.map(({ kind, best, low, high, reports }) => (
          <li key={kind}>
            <b>
              {kind} {best ?? '?'}
            </b>
            {low !== high && <span class="quiet"> {text.figures.between(bounds(low, high))}</span>}
            {reports.map((it) => (
              <span key={it.claim}>
                {' · '}
                {bounds(it.min, it.max)} <span class="quiet">{text.figures.by(it.source)}</span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}
