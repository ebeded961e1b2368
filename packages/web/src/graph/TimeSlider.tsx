import type { JSX } from 'preact'
import type { Graph } from '../api.js'
import { firstOf, lastOf, monthAt, months } from '../days.js'
import { choose } from '../route.js'
import { text, written } from '../text.js'
import { monthsOf } from './signed.js'

interface TimeSliderProps {
  readonly graph: Graph
  readonly range: { readonly from?: string | undefined; readonly to?: string | undefined }
}

/** Moves a window of twelve months over the time of a graph. The window is the time that all views keep to, so it stands in the address. */
export function TimeSlider({ graph, range }: TimeSliderProps): JSX.Element | null {
  const time = monthsOf(graph)
  if (!time) return null
  const [first, last] = [months(time[0]), months(time[1])]
  const at = range.to === undefined ? last : Math.min(last, Math.max(first, months(range.to)))
  const whole = range.from === undefined && range.to === undefined
  const move = (month: number): void => choose({ from: firstOf(month - 11), to: lastOf(month) }, 'replace')
  return (
    <div class="slider">
      <label>
        {text.graph.time}{' '}
        <input
          type="range"
          min={first}
          max={last}
          value={at}
          aria-valuetext={whole ? text.graph.whole : written(monthAt(at))}
          onInput={(it) => move(Number(it.currentTarget.value))}
        />
      </label>
      <output>{whole ? text.graph.whole : written(monthAt(at))}</output>
      {!whole && (
        <button type="button" class="plain" onClick={() => choose({ from: undefined, to: undefined }, 'replace')}>
          {text.graph.whole}
        </button>
      )}
    </div>
  )
}
