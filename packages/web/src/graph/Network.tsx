import type { JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Graph } from '../api.js'
import { useWidth } from '../parts/width.js'
import { Link, pairAt } from '../route.js'
import { text } from '../text.js'
import { Drawing } from './Drawing.js'
import type { Placed } from './layout.js'
import { signedIn } from './signed.js'
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
