import type { JSX } from 'preact'
import type { Pairs } from '../api.js'
import { go, pairAt } from '../route.js'
import { text } from '../text.js'

/** Actors on the ring; more would not be told apart. */
const MOST = 18
const SIZE = 640
const RING = 225

/** Actors on a ring, joined by what happened between them: wide for much, red for conflict, blue for cooperation. The list beside it says the same in words. */
export function Graph({ pairs }: { readonly pairs: Pairs['pairs'] }): JSX.Element | null {
  const weight = new Map<string, { name: string; events: number }>()
  for (const { a, b, events } of pairs) {
    for (const { id, name } of [a, b]) weight.set(id, { name, events: (weight.get(id)?.events ?? 0) + events })
  }
  const shown = [...weight].toSorted((x, y) => y[1].events - x[1].events || (x[0] < y[0] ? -1 : 1)).slice(0, MOST)
  if (shown.length < 3) return null
  const angle = new Map(shown.map(([id], i) => [id, (i / shown.length) * 2 * Math.PI - Math.PI / 2]))
  const at = (id: string, radius = RING): readonly [number, number] => [
    SIZE / 2 + radius * Math.cos(angle.get(id)!),
    SIZE / 2 + radius * Math.sin(angle.get(id)!),
  ]
  const most = Math.max(...pairs.map(({ events }) => events))
  return (
    <figure class="graph">
      <svg viewBox={`-70 70 ${SIZE + 140} ${SIZE - 140}`} aria-hidden="true">
        {pairs
          .filter(({ a, b }) => angle.has(a.id) && angle.has(b.id))
          .map(({ a, b, events, conflict }) => {
            const [[x1, y1], [x2, y2]] = [at(a.id), at(b.id)]
            return (
              <g key={`${a.id} ${b.id}`} class="edge" onClick={() => go(pairAt(a.id, b.id))}>
                <path
                  class={conflict * 2 > events ? 'bad' : 'good'}
                  d={`M${x1} ${y1} Q${SIZE / 2} ${SIZE / 2} ${x2} ${y2}`}
                  stroke-width={1.5 + (7 * events) / most}
                >
                  <title>{`${a.name} – ${b.name}: ${text.home.events(events)}, ${text.home.conflict(conflict)}`}</title>
                </path>
              </g>
            )
          })}
        {shown.map(([id, { name, events }]) => {
          const [x, y] = at(id)
          const [tx, ty] = at(id, RING + 16)
          const right = Math.cos(angle.get(id)!)
          return (
            <g key={id}>
              <circle cx={x} cy={y} r={4 + Math.min(7, Math.sqrt(events))} />
              <text x={tx} y={ty + 4} text-anchor={right > 0.2 ? 'start' : right < -0.2 ? 'end' : 'middle'}>
                {name.length > 16 ? `${name.slice(0, 15)}…` : name}
              </text>
            </g>
          )
        })}
      </svg>
      <figcaption class="quiet">{text.home.graph}</figcaption>
    </figure>
  )
}
