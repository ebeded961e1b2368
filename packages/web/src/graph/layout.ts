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

interface Joined {
  readonly a: string
  readonly b: string
  /** How much passed between the two. */
  readonly weight: number
}

const TICKS = 260
/** Milliseconds of work after which the browser gets its turn: half of a frame. */
const SLICE = 8
/** Actors up to which the forces are as they are; with more of them, all are held nearer to the middle. */
const FEW = 40

/**
 * Places actors so that those who have to do with each other stand near, a little at a time: after every step it gives way. No chance in it: the same graph has the same
 * places, whatever time is chosen and however long the steps take.
 */
function* placing(ids: readonly string[], edges: readonly Joined[], centre: readonly string[]): Generator<undefined, Placed[]> {
  const first = new Map(centre.map((id, i) => [id, centre.length === 1 ? 0 : i === 0 ? -1 : 1]))
  const nodes: Node[] = ids.map((id, i) => {
    const angle = (i / ids.length) * 2 * Math.PI
    const side = first.get(id)
    return side === undefined ? { id, x: Math.cos(angle) * 200, y: Math.sin(angle) * 200 } : { id, x: side * 90, y: 0 }
  })
  const links: SimulationLinkDatum<Node>[] = edges.map(({ a, b }) => ({ source: a, target: b }))
  const most = Math.max(1, ...edges.map(({ weight }) => weight))
  const crowd = Math.max(1, ids.length / FEW)
  const simulation = forceSimulation(nodes)
    .force(
      'link',
      forceLink<Node, SimulationLinkDatum<Node>>(links)
        .id(({ id }) => id)
        .distance((_, i) => 110 - 40 * ((edges[i]?.weight ?? 0) / most))
        .strength(0.35 / Math.sqrt(crowd)),
    )
    .force('apart', forceManyBody().strength(-420).distanceMax(900))
    .force('room', forceCollide(34))
    .force(
      'x',
      forceX<Node>(({ id }) => (first.get(id) ?? 0) * 90).strength(({ id }) => (first.has(id) ? 0.4 : 0.06 * Math.sqrt(crowd))),
    )
    .force(
      'y',
      forceY<Node>(0).strength(({ id }) => (first.has(id) ? 0.4 : 0.1 * Math.sqrt(crowd))),
    )
    .stop()
  for (let i = 0; i < TICKS; i++) {
    simulation.tick()
    yield
  }
  const [left, right] = ends(nodes.map(({ x }) => x!))
  const [high, low] = ends(nodes.map(({ y }) => y!))
  // A flat graph stays flat: two actors stand side by side.
  const spare = Math.max(0, (right - left) * 0.5 - (low - high)) / 2
  const [top, bottom] = [high - spare, low + spare]
  return nodes.map(({ id, x, y }) => ({ id, x: (x! - left) / (right - left || 1), y: (y! - top) / (bottom - top || 1) }))
}

const ends = (of: readonly number[]): readonly [number, number] => [Math.min(...of), Math.max(...of)]

/** The places at once, however long it takes. */
export function layout(ids: readonly string[], edges: readonly Joined[], centre: readonly string[]): Placed[] {
  const steps = placing(ids, edges, centre)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same places in slices of half a frame, so that the page answers meanwhile; undefined when `goOn` no longer holds. `rest` waits for the next turn. */
export async function layoutInSlices(
  ids: readonly string[],
  edges: readonly Joined[],
  centre: readonly string[],
  goOn: () => boolean,
  rest: () => Promise<unknown>,
): Promise<Placed[] | undefined> {
  const steps = placing(ids, edges, centre)
  while (goOn()) {
    const until = performance.now() + SLICE
    do {
      const step = steps.next()
      if (step.done) return step.value
    } while (performance.now() < until)
    await rest()
  }
  return undefined
}
