import type { Container, Page } from './page.js'
import { SIGNALS } from './signals.js'

// Where a block stands among the containers of its page.

/** For each signal, how many levels up it stands first: 0 on the block itself, 20 for nowhere. */
export function signalLevels(containers: readonly Container[], from: number, values: Int32Array, at: number): void {
  values.fill(20, at, at + SIGNALS.length)
  let missing = (1 << SIGNALS.length) - 1
  for (let level = 0, i = from; level < 20 && i >= 0 && missing !== 0; level++, i = containers[i]!.up) {
    let fresh = containers[i]!.signals & missing
    missing &= ~fresh
    while (fresh !== 0) {
      const bit = 31 - Math.clz32(fresh)
      values[at + bit] = level
      fresh &= ~(1 << bit)
    }
  }
}

/** The deepest container that holds most of the page's prose. */
export function mainContainer({ containers }: Page): number {
  const kids = new Map<number, number>()
  for (let i = 1; i < containers.length; i++) {
    const { up, prose } = containers[i]!
    const best = kids.get(up)
    if (prose > 0 && (best === undefined || prose > containers[best]!.prose)) kids.set(up, i)
  }
  let at = 0
  for (;;) {
    const next = kids.get(at)
    if (next === undefined || containers[next]!.prose * 10 < containers[at]!.prose * 6) return at
    at = next
  }
}

/** How far the way up from `from` leads before it meets the way up from `main`: 0 inside it, then the levels of `main` that are outside. */
export function sharedDepth(containers: readonly Container[], from: number, main: number): number {
  let [a, b, steps] = [from, main, 0]
  while (a !== b) {
    if (a >= 0 && (b < 0 || containers[a]!.depth > containers[b]!.depth)) a = containers[a]!.up
    else {
      b = containers[b]!.up
      steps++
    }
  }
  return steps
}
