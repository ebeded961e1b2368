import type { Gold } from './conllu.js'
import { LEFT, RIGHT, SHIFT, type State } from 'demarche/read/tree'

/** Heads made projective: the shortest crossing arc is lifted to its head's head until none crosses. */
export function projective({ head }: Gold): Int32Array {
  const n = head.length
  const heads = Int32Array.from(head)
  for (let round = 0; round < 200; round++) {
    const crossing = shortestCrossing(heads)
    if (crossing < 0 || heads[crossing] === n) break
    heads[crossing] = heads[heads[crossing]!]!
  }
  return heads
}

function shortestCrossing(heads: Int32Array): number {
  const n = heads.length
  let worst = -1
  let shortest = Infinity
  for (let dependent = 0; dependent < n; dependent++) {
    const from = Math.min(dependent, heads[dependent]!)
    const to = Math.max(dependent, heads[dependent]!)
    if (to - from >= shortest) continue
    for (let k = from + 1; k < to; k++) {
      let at = k
      for (let steps = 0; at !== n && at !== heads[dependent] && steps < n; steps++) at = heads[at]!
      if (at !== heads[dependent]) {
        worst = dependent
        shortest = to - from
        break
      }
    }
  }
  return worst
}

/** How many gold arcs each move would put out of reach (the dynamic oracle of arc-hybrid); 99 for a move that is not allowed. */
export function costs(state: State, gold: Int32Array, allowed: number, into: Int32Array): void {
  const { stack, depth, next, length } = state
  into.fill(99)
  if ((allowed >> SHIFT) & 1) {
    let lost = 0
    for (let i = 0; i < depth; i++) {
      const it = stack[i]!
      if (gold[it] === next) lost++
      if (i < depth - 1 && gold[next] === it) lost++
    }
    into[SHIFT] = lost
  }
  if ((allowed & 6) === 0) return
  const top = stack[depth - 1]!
  const under = depth > 1 ? stack[depth - 2]! : -1
  let lost = 0
  for (let k = next; k < length; k++) if (gold[k] === top) lost++
  const head = gold[top]!
  if ((allowed >> LEFT) & 1) into[LEFT] = lost + (head === under || head > next ? 1 : 0)
  if ((allowed >> RIGHT) & 1) into[RIGHT] = lost + (head >= next ? 1 : 0)
}
