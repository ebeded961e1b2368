import type { JSX } from 'preact'
import { isStatic, query, type Pair } from '../api.js'
import { choose, Link } from '../route.js'
import { text, written } from '../text.js'
import { turns } from './lanes.js'
import { clause, type Name } from './names.js'

interface StateProps {
  readonly found: Pair
  readonly name: Name
  /** Where an event is read. */
  readonly at: (event: string) => string
}

/** What holds on a day, as one sentence of which each clause leads to its evidence, with the two days that it depends on. */
export function State({ found, name, at }: StateProps): JSX.Element {
  const { state, asOf, knownAt } = found
  const day = asOf === null ? text.pair.unknownDay : written(asOf)
  return (
    <section class="state" aria-label={text.pair.state(day)}>
      <p class="sentence" aria-live="polite">
        <span class="quiet">{text.pair.on(day, knownAt === null ? null : written(knownAt))}</span>
        {state.length === 0 && text.pair.nothing}
        {state.map((it, i) => (
          <span key={i}>
            <Link to={at(it.because[0] ?? '')}>{clause(it, name)}</Link> <span class="since">{text.since(it.since)}</span>
            {it.contradictedBy && it.contradictedBy.length > 0 && (
              <>
                {' '}
                (<Link to={at(it.contradictedBy[0]!)}>{text.contradicted}</Link>)
              </>
            )}
            {i + 1 < state.length ? text.pair.join : text.pair.end}
          </span>
        ))}
      </p>
      <Dates found={found} />
    </section>
  )
}

function Dates({ found: { pair, asOf, knownAt, entries } }: { readonly found: Pair }): JSX.Element {
  const days = turns(entries)
  const earlier = asOf === null ? undefined : days.findLast((it) => it < asOf)
  const later = asOf === null ? days[0] : days.find((it) => it > asOf)
  const step = (to: string | undefined, sign: string, name: string): JSX.Element => (
    <button type="button" class="plain" disabled={to === undefined} aria-label={name} title={name} onClick={() => choose({ asOf: to })}>
      {sign}
    </button>
  )
  return (
    <div class="dates">
      <span class="with-steps">
        <label>
          {text.pair.asOf}
          <input type="date" value={asOf ?? ''} onChange={(it) => choose({ asOf: it.currentTarget.value })} />
        </label>
        {step(earlier, '‹', text.pair.earlier)}
        {step(later, '›', text.pair.later)}
      </span>
      {!isStatic && (
        <>
          <label>
            {text.pair.knownAt}
            <input type="date" value={knownAt ?? ''} onChange={(it) => choose({ knownAt: it.currentTarget.value })} />
          </label>
          {knownAt === null ? (
            <span class="quiet">{text.pair.everything}</span>
          ) : (
            <button type="button" class="plain" onClick={() => choose({ knownAt: undefined })}>
              {text.pair.forget}
            </button>
          )}
          <Link to={query('/compare', { a: pair[0]!.id, b: pair[1]!.id, before: knownAt ?? undefined })}>{text.pair.compare}</Link>
        </>
      )}
    </div>
  )
}
