import type { JSX } from 'preact'
import type { Graph } from '../api.js'
import { labels } from '../parts/labels.js'
import { letterScale } from '../parts/width.js'
import { actorAt, go, pairAt } from '../route.js'
import { text } from '../text.js'
import type { Placed } from './layout.js'
import { sign, tone, type Signed } from './signed.js'

interface DrawingProps {
  readonly graph: Graph
  readonly edges: readonly Signed[]
  readonly places: ReadonlyMap<string, Placed>
  readonly centre: readonly string[]
  readonly width: number
  readonly height: number
  readonly name: (id: string) => string
}

/** Edges with their signs, and actors with their names. */
export function Drawing({ graph, edges, places, centre, width, height, name }: DrawingProps): JSX.Element {
  const pad = { x: Math.min(90, width * 0.16), y: 26 }
  const at = (id: string): readonly [number, number] => {
    const it = places.get(id)
    return [pad.x + (it?.x ?? 0.5) * (width - 2 * pad.x), pad.y + (it?.y ?? 0.5) * (height - 2 * pad.y)]
  }
  const most = Math.max(1, ...edges.map(({ plus, minus }) => plus + minus))
  const alive = new Set(edges.flatMap(({ a, b }) => [a, b]))
  const letters = Math.max(16, Math.floor(width / 28))
  const short = (called: string): string => (called.length > letters ? `${called.slice(0, letters - 1)}…` : called)
  const nodes = graph.nodes
    .filter(({ id }) => places.has(id))
    .map((it) => ({ ...it, x: at(it.id)[0], y: at(it.id)[1], r: 3 + Math.min(7, Math.sqrt(it.events)), text: short(it.name) }))
  const named = labels(nodes, width, height)
  return (
    <>
      {edges.map((it) => {
        const [[x1, y1], [x2, y2]] = [at(it.a), at(it.b)]
        return (
          <g key={`${it.a} ${it.b}`} class={`edge ${tone(it)}`} onClick={() => go(pairAt(it.a, it.b))}>
            <title>{text.graph.edge(name(it.a), name(it.b), it.plus, it.minus)}</title>
            <line class="reach" x1={x1} y1={y1} x2={x2} y2={y2} />
            <line x1={x1} y1={y1} x2={x2} y2={y2} stroke-width={1.25 + (6 * (it.plus + it.minus)) / most} />
            {(it.plus + it.minus) * 4 >= most && <Sign x={(x1 + x2) / 2} y={(y1 + y2) / 2} says={sign(it)} />}
          </g>
        )
      })}
      {nodes.map(({ id, name: called, x, y, r, text: words }) => {
        const label = named.get(id)
        return (
          <g key={id} class={`node ${centre.includes(id) ? 'own' : ''} ${alive.has(id) ? '' : 'aside'}`} onClick={() => go(actorAt(id))}>
            <title>{called}</title>
            <circle cx={x} cy={y} r={r} />
            {label && (
              <text x={label.x} y={label.y} text-anchor={label.anchor}>
                {words}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}

function Sign({ x, y, says }: { readonly x: number; readonly y: number; readonly says: string }): JSX.Element {
  const scale = letterScale()
  const wide = says.length * 7 * scale + 4
  return (
    <>
      <rect class="ground" x={x - wide / 2} y={y - 8 * scale} width={wide} height={16 * scale} rx={3} />
      <text x={x} y={y + 4 * scale} text-anchor="middle">
        {says}
      </text>
    </>
  )
}
