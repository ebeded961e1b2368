import { useRef, useState } from 'preact/hooks'

/** Width of an element, followed while the window changes. */
export function useWidth(least: number): readonly [(it: HTMLElement | null) => void, number] {
  const [width, set] = useState(800)
  const observer = useRef<ResizeObserver | undefined>(undefined)
  const ref = useRef((it: HTMLElement | null): void => {
    observer.current?.disconnect()
    if (!it) return
    observer.current = new ResizeObserver(() => set(Math.max(least, it.clientWidth)))
    observer.current.observe(it)
    set(Math.max(least, it.clientWidth))
  })
  return [ref.current, width]
}

/** How much larger than usual letters are; drawings grow with them. */
export const letterScale = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize) / 15.2
