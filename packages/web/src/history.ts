// Browsers let a page rewrite its address only so often (Safari 100 times in 30 s, Chromium 200 times in 10 s) and then refuse, or ignore it in silence:
// a slider that is drawn along would stand still. What comes faster waits, and the newest is written.

const PAUSE = 350

interface Waiting {
  readonly timer: ReturnType<typeof setTimeout>
  readonly to: string
}
const state: { last: number; waiting?: Waiting | undefined } = { last: -Infinity }

/** Takes the place of the address that is there. */
export function replaceAddress(to: string): void {
  forgetAddress()
  const wait = state.last + PAUSE - performance.now()
  if (wait > 0) {
    state.waiting = { to, timer: setTimeout(() => replaceAddress(to), wait) }
    return
  }
  state.last = performance.now()
  history.replaceState(null, '', to)
}

/** Goes to an address, from the newest one. */
export function pushAddress(to: string): void {
  const before = state.waiting?.to
  forgetAddress()
  if (before !== undefined) history.replaceState(null, '', before)
  history.pushState(null, '', to)
}

/** What waits is no longer wanted: the reader went elsewhere. */
export function forgetAddress(): void {
  if (state.waiting) clearTimeout(state.waiting.timer)
  state.waiting = undefined
}
