import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { isStatic, type Graph } from '../api.js'
import { useWidth } from '../parts/width.js'
import { choose } from '../route.js'
import { text } from '../text.js'
import { Drawing } from './Drawing.js'
import { Edges } from './Edges.js'
import { signedIn } from './signed.js'
import { TimeSlider } from './TimeSlider.js'
import { chosenSize, SIZES } from './useGraph.js'
import { useLayout } from './useLayout.js'

interface NetworkProps {
  readonly graph: Graph
  /** Actors that it is about. */
  readonly centre: readonly string[]
  readonly range: { readonly from?: string | undefined; readonly to?: string | undefined }
}

/** Actors joined by what passed between them in the chosen time, with its sign. The layout stays while time moves. */
export function Network({ graph: all, centre, range }: NetworkProps): JSX.Element | null {
  const graph = useMemo(() => known(all, centre), [all, centre.join(' ')])
  const places = useLayout(graph, centre)
  const [ref, width] = useWidth(240)
  const large = isLarge(chosenSize())
  const height = Math.round(large ? Math.min(1100, Math.max(420, width * 0.75)) : Math.min(520, Math.max(260, width * 0.6)))
  const names = useMemo(() => new Map(graph.nodes.map(({ id, name }) => [id, name])), [graph])
  const edges = useMemo(() => signedIn(graph, range.from, range.to), [graph, range.from, range.to])
  const name = (id: string): string => names.get(id) ?? id
  return (
    <figure class={large ? 'graph large' : 'graph'} ref={ref}>
      <figcaption>
        <h2>{text.graph.title}</h2>
        {!isStatic && <Sizes there={all.nodes.length} />}
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
      {edges.length > 0 && <Edges edges={edges} name={name} />}
    </figure>
  )
}

/** Whether a graph of so many actors takes the whole width. */
export const isLarge = (size: number): boolean => size > SIZES[0]

/** How many actors are drawn; a choice where there are more than are. */
function Sizes({ there }: { readonly there: number }): JSX.Element | null {
  const size = chosenSize()
  if (there < SIZES[0] && size === SIZES[0]) return null
  return (
    <span class="switch" role="group" aria-label={text.graph.sizes}>
      {SIZES.map((it) => (
        <button
          key={it}
          type="button"
          class="plain"
          aria-pressed={it === size}
          aria-label={text.graph.size(it)}
          onClick={() => choose({ actors: it === SIZES[0] ? undefined : String(it) }, 'replace')}
        >
          {it}
        </button>
      ))}
    </span>
  )
}

/** Actors that a registry knows (their ids have a name space), where there are enough of them; others are mostly words for a crowd. */
function known(graph: Graph, centre: readonly string[]): Graph {
  const nodes = graph.nodes.filter(({ id }) => id.includes(':') || centre.includes(id))
  const ids = new Set(nodes.map(({ id }) => id))
  const edges = graph.edges.filter(({ a, b }) => ids.has(a) && ids.has(b))
  const joined = new Set(edges.flatMap(({ a, b }) => [a, b]))
  return edges.length === 0 ? graph : { nodes: nodes.filter(({ id }) => joined.has(id)), edges }
}
