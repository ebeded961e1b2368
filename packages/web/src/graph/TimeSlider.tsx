import type { JSX } from 'preact'
import { useMemo, useRef } from 'preact/hooks'
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
  const time = useMemo(() => monthsOf(graph), [graph])
  const wanted = useRef<number | undefined>(undefined)
  if (!time) return null
  const [first, last] = [months(time[0]), months(time[1])]
  const at = range.to === undefined ? last : Math.min(last, Math.max(first, months(range.to)))
  const whole = range.from === undefined && range.to === undefined
  // A pointer moves more often than the page is drawn; each frame shows where it is then.
  const move = (month: number): void => {
    const isDue = wanted.current !== undefined
    wanted.current = month
    if (!isDue) requestAnimationFrame(show)
  }
  const show = (): void => {
    const month = wanted.current!
    wanted.current = undefined
    choose({ from: firstOf(month - 11), to: lastOf(month) }, 'replace')
  }
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
