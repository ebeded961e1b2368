import type { JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Graph } from '../api.js'
import { labels } from '../parts/labels.js'
import { letterScale, useWidth } from '../parts/width.js'
import { actorAt, go, Link, pairAt } from '../route.js'
import { text } from '../text.js'
import type { Placed } from './layout.js'
import { sign, signedIn, tone, type Signed } from './signed.js'
import { TimeSlider } from './TimeSlider.js'

/** Actors that have room for their names. */
const MOST = 26

interface NetworkProps {
  readonly graph: Graph
  /** Actors that it is about. */
  readonly centre: readonly string[]
  readonly range: { readonly from?: string | undefined; readonly to?: string | undefined }
}

/** Actors joined by what passed between them in the chosen time, with its sign. The layout stays while time moves. */
export function Network({ graph: all, centre, range }: NetworkProps): JSX.Element | null {
  const graph = useMemo(() => known(all, centre), [all, centre.join(' ')])
  const [places, setPlaces] = useState<ReadonlyMap<string, Placed>>()
  const key = graph.nodes.map(({ id }) => id).join(' ')
  useEffect(() => {
    let current = true
    void import('./layout.js').then(({ layout }) => {
      const weighed = signedIn(graph, undefined, undefined).map(({ a, b, plus, minus }) => ({ a, b, weight: plus + minus }))
      if (current)
        setPlaces(
          new Map(
            layout(
              graph.nodes.map(({ id }) => id),
              weighed,
              centre,
            ).map((it) => [it.id, it]),
          ),
        )
    })
    return () => {
      current = false
    }
  }, [key])
  const [ref, width] = useWidth(240)
  const height = Math.round(Math.min(520, Math.max(260, width * 0.6)))
  const names = useMemo(() => new Map(graph.nodes.map(({ id, name }) => [id, name])), [graph])
  const edges = signedIn(graph, range.from, range.to)
  const name = (id: string): string => names.get(id) ?? id
  return (
    <figure class="graph" ref={ref}>
      <figcaption>
        <h2>{text.graph.title}</h2>
      </figcaption>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={text.graph.label(graph.nodes.length, edges.length)}
      >
        {places && <Drawing graph={graph} edges={edges} places={places} centre={centre} width={width} height={height} name={name} />}
      </svg>
      <TimeSlider graph={graph} range={range} />
      {edges.length === 0 && <p class="quiet">{text.graph.empty}</p>}
      <p class="quiet small">{text.graph.signs}</p>
      {edges.length > 0 && (
        <details>
          <summary>{text.graph.list}</summary>
          <ul class="edges">
            {edges
              .toSorted((a, b) => b.plus + b.minus - a.plus - a.minus)
              .map((it) => (
                <li key={`${it.a} ${it.b}`}>
                  <Link to={pairAt(it.a, it.b)}>{text.graph.edge(name(it.a), name(it.b), it.plus, it.minus)}</Link>
                </li>
              ))}
          </ul>
        </details>
      )}
    </figure>
  )
}

/** Actors that a registry knows (their ids have a name space), where there are enough of them; others are mostly words for a crowd. */
function known(graph: Graph, centre: readonly string[]): Graph {
  const nodes = graph.nodes.filter(({ id }) => id.includes(':') || centre.includes(id)).slice(0, MOST)
  const ids = new Set(nodes.map(({ id }) => id))
  const edges = graph.edges.filter(({ a, b }) => ids.has(a) && ids.has(b))
  const joined = new Set(edges.flatMap(({ a, b }) => [a, b]))
  return edges.length === 0 ? graph : { nodes: nodes.filter(({ id }) => joined.has(id)), edges }
}

interface DrawingProps {
  readonly graph: Graph
  readonly edges: readonly Signed[]
  readonly places: ReadonlyMap<string, Placed>
  readonly centre: readonly string[]
  readonly width: number
  readonly height: number
  readonly name: (id: string) => string
}

function Drawing({ graph, edges, places, centre, width, height, name }: DrawingProps): JSX.Element {
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
