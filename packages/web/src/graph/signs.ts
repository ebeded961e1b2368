import { overlap, type Box } from '../parts/labels.js'

interface Edge {
  readonly key: string
  readonly from: { readonly x: number; readonly y: number }
  readonly to: { readonly x: number; readonly y: number }
  readonly says: string
}

export interface Written {
  readonly key: string
  readonly says: string
  readonly box: Box
}

/** Where along an edge its sign may stand: its middle, else nearer to one end. */
const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7]

/** Places for signs on their edges so that none covers an actor or another sign; one for which there is no room gets none. */
export function signs(
  edges: readonly Edge[],
  marks: readonly { readonly x: number; readonly y: number; readonly r: number }[],
  scale: number,
): Written[] {
  const taken: Box[] = marks.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }))
  const found: Written[] = []
  for (const { key, from, to, says } of edges) {
    const [wide, high] = [says.length * 7 * scale + 4, 16 * scale]
    const boxes = ALONG.map((t): Box => {
      const [x, y] = [from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t]
      return { left: x - wide / 2, right: x + wide / 2, top: y - high / 2, bottom: y + high / 2 }
    })
    const box = boxes.find((it) => !taken.some((other) => overlap(it, other)))
    if (!box) continue
    taken.push(box)
    found.push({ key, says, box })
  }
  return found
}
