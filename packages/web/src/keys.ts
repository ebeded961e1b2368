import { useEffect, useRef } from 'preact/hooks'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName) && target.getAttribute('type') !== 'range'

/** Single keys while a view stands. They rest while somebody types, and leave every combination to the browser; `Escape` always works. */
export function useKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const act = latest.current[event.key]
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key !== 'Escape' && (isTyping(event.target) || document.querySelector('dialog[open]'))) return
      if (event.key !== 'Escape') event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
