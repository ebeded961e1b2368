import { letterScale } from './width.js'

export interface Marked {
  readonly id: string
  readonly x: number
  readonly y: number
  /** Radius of its mark. */
  readonly r: number
  readonly text: string
}

export interface Label {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Marks that are named at most; more names would hide what they name. */
const MOST = 60
const HIGH = 13
const WIDE = 6.7

/**
 * Places for names beside their marks so that none covers another, the first ones first; a name for which there is no room gets none. `inside` keeps the first choice at
 * the mark's middle, for marks that are areas; `others` are boxes in which something else is written.
 */
export function labels(
  marks: readonly Marked[],
  width: number,
  height: number,
  inside: (id: string) => boolean = () => false,
  others: readonly Box[] = [],
): ReadonlyMap<string, Label> {
  const scale = letterScale()
  const taken: Box[] = [
    ...others,
    ...marks.filter(({ id }) => !inside(id)).map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r })),
  ]
  const placed = new Map<string, Label>()
  for (const { id, x, y, r, text } of marks.slice(0, MOST)) {
    const long = text.length * WIDE * scale
    const choices: Label[] = [
      ...(inside(id) ? [{ x, y: y + 4 * scale, anchor: 'middle' } as const] : []),
      { x, y: y - r - 4, anchor: 'middle' },
      { x, y: y + r + 12 * scale, anchor: 'middle' },
      { x: x + r + 4, y: y + 4 * scale, anchor: 'start' },
      { x: x - r - 4, y: y + 4 * scale, anchor: 'end' },
      { x: x + r, y: y - r, anchor: 'start' },
      { x: x - r, y: y - r, anchor: 'end' },
      { x: x + r, y: y + r + 9 * scale, anchor: 'start' },
      { x: x - r, y: y + r + 9 * scale, anchor: 'end' },
    ]
    const found = choices.find((it) => {
      const box = boxOf(it, long, scale)
      const within = box.left >= 1 && box.right <= width - 1 && box.top >= 0 && box.bottom <= height
      return within && !taken.some((other) => overlap(box, other))
    })
    if (!found) continue
    placed.set(id, found)
    taken.push(boxOf(found, long, scale))
  }
  return placed
}

function boxOf({ x, y, anchor }: Label, long: number, scale: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - long : x - long / 2
  return { left, right: left + long, top: y - (HIGH - 2) * scale, bottom: y + 3 * scale }
}

export const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
