import type { JSX } from 'preact'
import { isStatic, query, useAnswer, type Pair as PairAnswer } from '../api.js'
import { Events } from '../parts/Events.js'
import { Ledger } from '../parts/Ledger.js'
import { namer, phrase } from '../parts/names.js'
import { Reader } from '../parts/Reader.js'
import { Waiting } from '../parts/Waiting.js'
import { actorAt, choose, Link, member, withMembers } from '../route.js'
import { text } from '../text.js'

const eventLink = (id: string): string => withMembers({ event: id, claim: undefined, document: undefined })

/** Two actors: what holds between them, how it came about, and the words that say so. */
export function Pair({ a, b }: { readonly a: string; readonly b: string }): JSX.Element {
  const answer = useAnswer<PairAnswer>(
    isStatic ? query('/api/pair', { a, b }) : query('/api/pair', { a, b, asOf: member('asOf'), knownAt: member('knownAt') }),
  )
  const found = answer.value && (isStatic ? onDay(answer.value, member('asOf')) : answer.value)
  if (!found) return <Waiting {...answer} />
  const name = namer(found.pair, found.events)
  const [x, y] = found.pair
  const range = { from: member('from'), to: member('to') }
  const shown = found.events.filter(
    ({ when }) =>
      (range.from === undefined || (when.to ?? when.from ?? '') >= range.from) &&
      (range.to === undefined || (when.from ?? '9999') <= range.to),
  )
  const event = member('event')
  return (
    <div class={event === undefined ? 'pair' : 'pair with-reader'}>
      <div class="main-part">
        <h1>
          <Link to={actorAt(x!.id)}>{x!.name}</Link> – <Link to={actorAt(y!.id)}>{y!.name}</Link>
        </h1>
        <State found={found} name={name} />
        <Ledger
          entries={found.entries}
          events={found.events}
          asOf={found.asOf}
          range={range}
          name={name}
          onRange={(from, to) => choose({ from, to })}
        />
        <form class="range" onSubmit={(it) => it.preventDefault()}>
          <label>
            {text.pair.from} <input type="date" value={range.from ?? ''} onChange={(it) => choose({ from: it.currentTarget.value })} />
          </label>
          <label>
            {text.pair.to} <input type="date" value={range.to ?? ''} onChange={(it) => choose({ to: it.currentTarget.value })} />
          </label>
          {(range.from !== undefined || range.to !== undefined) && (
            <button type="button" class="plain" onClick={() => choose({ from: undefined, to: undefined })}>
              {text.pair.all}
            </button>
          )}
          <span class="quiet" role="status">
            {text.pair.events(shown.length, found.events.length)}
          </span>
        </form>
        {found.cut && <p class="quiet">{text.pair.cut}</p>}
        {shown.length > 0 ? <Events events={shown} chosen={event} at={({ id }) => eventLink(id)} /> : <p>{text.pair.none}</p>}
        {!isStatic && (
          <p class="quiet feeds">
            {text.pair.feeds}: <a href={query('/api/events.atom', { actor: x!.id, with: y!.id })}>Atom</a> ·{' '}
            <a href={query('/api/events.ics', { actor: x!.id, with: y!.id })}>iCalendar</a>
          </p>
        )}
      </div>
      {event !== undefined && (
        <aside>
          <Reader id={event} close={withMembers({ event: undefined, claim: undefined, document: undefined })} />
        </aside>
      )}
    </div>
  )
}

/** The state on another day, from all entries: for a page without a server. */
const onDay = (found: PairAnswer, day: string | undefined): PairAnswer =>
  day === undefined
    ? found
    : {
        ...found,
        asOf: day,
        state: found.entries.filter(({ since, until }) => (since === null || since <= day) && (until === null || day <= until)),
      }

function State({ found, name }: { readonly found: PairAnswer; readonly name: (id: string | undefined) => string }): JSX.Element {
  const { state, asOf, knownAt } = found
  return (
    <section class="state" aria-label={text.pair.state(asOf ?? text.pair.unknownDay)}>
      <div class="dates">
        <label>
          {text.pair.asOf} <input type="date" value={asOf ?? ''} onChange={(it) => choose({ asOf: it.currentTarget.value })} />
        </label>
        {!isStatic && (
          <label>
            {text.pair.knownAtLabel}{' '}
            <input type="date" value={knownAt ?? ''} onChange={(it) => choose({ knownAt: it.currentTarget.value })} />
          </label>
        )}
        <span class="quiet">{knownAt === null ? text.pair.today : text.pair.knownAt(knownAt)}</span>
      </div>
      <p class="sentence-of-state" aria-live="polite">
        {state.length === 0 && text.pair.nothing}
        {state.map((it, i) => (
          <span key={i}>
            <Link to={eventLink(it.because[0] ?? '')}>
              {phrase(it, name)} <span class="since">{text.since(it.since)}</span>
            </Link>
            {it.contradictedBy && it.contradictedBy.length > 0 && <em> ({text.contradicted})</em>}
            {'. '}
          </span>
        ))}
      </p>
    </section>
  )
}
