import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { Graph } from '../api.js'
import { labels } from '../parts/labels.js'
import { letterScale } from '../parts/width.js'
import { actorAt, go, pairAt } from '../route.js'
import { text } from '../text.js'
import type { Placed } from './layout.js'
import { Sign } from './Sign.js'
import { sign, tone, type Signed } from './signed.js'
import { signs } from './signs.js'

/** Edges up to which each has a wide, unseen line to be met by a finger; of more, these would cover one another. */
const REACHED = 150
/** Signs that are written at most. */
const SIGNED = 30

const keyOf = ({ a, b }: Signed): string => `${a} ${b}`

interface DrawingProps {
  readonly graph: Graph
  readonly edges: readonly Signed[]
  readonly places: ReadonlyMap<string, Placed>
  readonly centre: readonly string[]
  readonly width: number
  readonly height: number
  readonly name: (id: string) => string
}

/** Edges with their signs, and actors with their names. Those around the actor under the pointer stand out. */
export function Drawing({ graph, edges, places, centre, width, height, name }: DrawingProps): JSX.Element {
  const [near, setNear] = useState<string>()
  const nodes = useMemo(() => placed(graph, places, width, height), [graph, places, width, height])
  const at = useMemo(() => new Map(nodes.map((it) => [it.id, it])), [nodes])
  const drawn = edges.filter(({ a, b }) => at.has(a) && at.has(b))
  const most = Math.max(1, ...drawn.map(({ plus, minus }) => plus + minus))
  const alive = new Set(drawn.flatMap(({ a, b }) => [a, b]))
  const around = near === undefined ? undefined : new Set(drawn.flatMap(({ a, b }) => (a === near || b === near ? [a, b] : [])))
  // Names go first to whom it is about, then to those who took part in the chosen time.
  const first = (id: string): number => (around?.has(id) ? 0 : centre.includes(id) ? 1 : alive.has(id) ? 2 : 3)
  const loud = drawn
    .filter((it) => (it.plus + it.minus) * 4 >= most || it.a === near || it.b === near)
    .filter((it) => near === undefined || it.a === near || it.b === near)
    .sort((x, y) => y.plus + y.minus - x.plus - x.minus)
    .slice(0, SIGNED)
  const written = signs(
    loud.map((it) => ({ key: keyOf(it), from: at.get(it.a)!, to: at.get(it.b)!, says: sign(it) })),
    nodes,
    letterScale(),
  )
  const toneOf = new Map(loud.map((it) => [keyOf(it), tone(it)]))
  const many = drawn.length > REACHED
  const [thin, wide] = many ? [0.6, 3] : [1.25, 6]
  const named = labels(
    [...nodes].sort((a, b) => first(a.id) - first(b.id)),
    width,
    height,
    undefined,
    written.map(({ box }) => box),
  )
  const isFaint = (id: string): boolean => (around ? !around.has(id) : !alive.has(id))
  return (
    <>
      {drawn.map((it) => {
        const [a, b] = [at.get(it.a)!, at.get(it.b)!]
        const faint = around !== undefined && it.a !== near && it.b !== near
        const line = { x1: a.x, y1: a.y, x2: b.x, y2: b.y, 'stroke-width': thin + wide * ((it.plus + it.minus) / most) }
        const way = { class: `edge ${tone(it)} ${faint ? 'faint' : ''}`, onClick: () => go(pairAt(it.a, it.b)) }
        // Of many edges each is one line, so that they follow the slider.
        if (many) return <line key={keyOf(it)} {...way} {...line} />
        return (
          <g key={keyOf(it)} {...way}>
            <title>{text.graph.edge(name(it.a), name(it.b), it.plus, it.minus)}</title>
            <line class="reach" {...line} stroke-width={12} />
            <line {...line} />
          </g>
        )
      })}
      {written.map((it) => (
        <g key={it.key} class={`sign ${toneOf.get(it.key)}`}>
          <Sign {...it} />
        </g>
      ))}
      {nodes.map(({ id, name: called, x, y, r, text: words }) => {
        const label = named.get(id)
        return (
          <g
            key={id}
            class={`node ${centre.includes(id) ? 'own' : ''} ${isFaint(id) ? 'aside' : ''}`}
            onClick={() => go(actorAt(id))}
            onPointerEnter={() => setNear(id)}
            onPointerLeave={() => setNear(undefined)}
          >
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

type Drawn = Graph['nodes'][number] & { readonly x: number; readonly y: number; readonly r: number; readonly text: string }

/** The actors in pixels, with names cut to what the width allows. */
function placed(graph: Graph, places: ReadonlyMap<string, Placed>, width: number, height: number): Drawn[] {
  const pad = { x: Math.min(90, width * 0.16), y: 26 }
  const letters = Math.max(16, Math.floor(width / 28 / letterScale()))
  const most = Math.max(1, ...graph.nodes.map(({ events }) => events))
  const small = graph.nodes.length > 60 ? 2 : 3
  return graph.nodes.flatMap((it) => {
    const place = places.get(it.id)
    if (!place) return []
    return {
      ...it,
      x: pad.x + place.x * (width - 2 * pad.x),
      y: pad.y + place.y * (height - 2 * pad.y),
      r: small + 7 * Math.sqrt(it.events / most),
      text: it.name.length > letters ? `${it.name.slice(0, letters - 1)}…` : it.name,
    }
  })
}
