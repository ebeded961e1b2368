import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force'

export interface Placed {
  readonly id: string
  /** From 0 to 1 of the drawing. */
  readonly x: number
  readonly y: number
}

type Node = SimulationNodeDatum & { readonly id: string }

/** Places actors so that those who have to do with each other stand near. No chance in it: the same graph has the same places, whatever time is chosen. */
export function layout(
  ids: readonly string[],
  edges: readonly { readonly a: string; readonly b: string; readonly weight: number }[],
  centre: readonly string[],
): Placed[] {
  const first = new Map(centre.map((id, i) => [id, centre.length === 1 ? 0 : i === 0 ? -1 : 1]))
  const nodes: Node[] = ids.map((id, i) => {
    const angle = (i / ids.length) * 2 * Math.PI
    const side = first.get(id)
    return side === undefined ? { id, x: Math.cos(angle) * 200, y: Math.sin(angle) * 200 } : { id, x: side * 90, y: 0 }
  })
  const links: SimulationLinkDatum<Node>[] = edges.map(({ a, b }) => ({ source: a, target: b }))
  const most = Math.max(1, ...edges.map(({ weight }) => weight))
  const simulation = forceSimulation(nodes)
    .force(
      'link',
      forceLink<Node, SimulationLinkDatum<Node>>(links)
        .id(({ id }) => id)
        .distance((_, i) => 110 - 40 * ((edges[i]?.weight ?? 0) / most))
        .strength(0.35),
    )
    .force('apart', forceManyBody().strength(-420))
    .force('room', forceCollide(34))
    .force(
      'x',
      forceX<Node>(({ id }) => (first.get(id) ?? 0) * 90).strength(({ id }) => (first.has(id) ? 0.4 : 0.06)),
    )
    .force(
      'y',
      forceY<Node>(0).strength(({ id }) => (first.has(id) ? 0.4 : 0.1)),
    )
    .stop()
  simulation.tick(260)
  const [left, right] = ends(nodes.map(({ x }) => x!))
  const [high, low] = ends(nodes.map(({ y }) => y!))
  // A flat graph stays flat: two actors stand side by side.
  const spare = Math.max(0, (right - left) * 0.5 - (low - high)) / 2
  const [top, bottom] = [high - spare, low + spare]
  return nodes.map(({ id, x, y }) => ({ id, x: (x! - left) / (right - left || 1), y: (y! - top) / (bottom - top || 1) }))
}

const ends = (of: readonly number[]): readonly [number, number] => [Math.min(...of), Math.max(...of)]
