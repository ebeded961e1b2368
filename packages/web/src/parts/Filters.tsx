import type { JSX } from 'preact'
import { choose } from '../route.js'
import { text } from '../text.js'
import { isFiltering, showAll, type Filter } from './filter.js'

/** Classes of events, as keys of their colours and as buttons that leave only one. */
export function Classes({ filter }: { readonly filter: Filter }): JSX.Element {
  return (
    <div class="classes" role="group" aria-label={text.ledger.class}>
      {[1, 2, 3, 4].map((quad) => (
        <button
          key={quad}
          type="button"
          class="plain"
          aria-pressed={filter.quad === quad}
          onClick={() => choose({ quad: filter.quad === quad ? undefined : String(quad) })}
        >
          <i class={`dot quad-${quad}`} aria-hidden="true" />
          {text.quads[quad]}
        </button>
      ))}
    </div>
  )
}

interface FiltersProps {
  readonly filter: Filter
  readonly shown: number
  readonly of: number
}

/** The chosen time as fields, the chosen place and class as what can be dropped, and how many events are left. */
export function Filters({ filter, shown, of }: FiltersProps): JSX.Element {
  const drop = (name: string, what: string): JSX.Element => (
    <button type="button" class="plain chip" aria-label={text.pair.drop(what)} onClick={() => choose({ [name]: undefined })}>
      {what} ×
    </button>
  )
  return (
    <form class="range" onSubmit={(it) => it.preventDefault()}>
      <label>
        {text.pair.from}
        <input type="date" value={filter.from ?? ''} onChange={(it) => choose({ from: it.currentTarget.value })} />
      </label>
      <label>
        {text.pair.to}
        <input type="date" value={filter.to ?? ''} onChange={(it) => choose({ to: it.currentTarget.value })} />
      </label>
      {filter.place !== undefined && drop('place', text.pair.place(filter.place))}
      {filter.quad !== undefined && drop('quad', text.quads[filter.quad]!)}
      {isFiltering(filter) && (
        <button type="button" class="plain" onClick={showAll}>
          {text.pair.all}
        </button>
      )}
      <span class="quiet" role="status">
        {text.pair.events(shown, of)}
      </span>
    </form>
  )
}
