import { options } from 'preact'

/** Does some work and draws what it changes at once, not in the next frame. */
export function flushed(work: () => void): void {
  const { debounceRendering } = options
  options.debounceRendering = (draw) => draw()
  work()
  if (debounceRendering) options.debounceRendering = debounceRendering
  else delete options.debounceRendering
}
