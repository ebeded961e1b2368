import type { EventRow } from 'demarche/spec'
import { useEffect, useRef, useState } from 'preact/hooks'
import { edition, get, isStatic, query, type Loaded } from '../api.js'

interface Page {
  readonly events: readonly EventRow[]
  readonly next?: string
}

/** Events page by page: the first at once, the others when they are asked for. A static copy holds one page. */
export function usePages(path: string): Loaded<readonly EventRow[]> & { readonly more?: (() => void) | undefined } {
  const [state, set] = useState<{ readonly path: string; readonly events: readonly EventRow[]; readonly next?: string | undefined }>()
  const [error, setError] = useState<string>()
  const asked = useRef<string>('')
  const at = edition.value
  const load = (after: string | undefined, before: readonly EventRow[]): void => {
    const question = `${path} ${at} ${after ?? ''}`
    if (asked.current === question) return
    asked.current = question
    get<Page>(query(path, { after })).then(
      ({ events, next }) => asked.current === question && set({ path, events: [...before, ...events], next }),
      (cause: unknown) => setError(cause instanceof Error ? cause.message : String(cause)),
    )
  }
  useEffect(() => load(undefined, []), [path, at])
  if (error !== undefined) return { error }
  if (state?.path !== path) return {}
  const { events, next } = state
  return { value: events, ...(next === undefined || isStatic ? {} : { more: () => load(next, events) }) }
}
