import { useEffect, useRef, useState } from 'preact/hooks'
import { edition, get, isStatic, query, type Found, type Loaded } from '../api.js'

type Page = Pick<Found, 'events' | 'next'> & Partial<Found>

export interface Pages {
  readonly events: Found['events']
  readonly actors: Found['actors']
  /** A sentence of each event, by its id. */
  readonly told: ReadonlyMap<string, string>
}

/** Events page by page: the first at once, the others when they are asked for. A static copy holds one page. Nothing is asked without an address. */
export function usePages(path: string | undefined): Loaded<Pages> & { readonly more?: (() => void) | undefined } {
  const [state, set] = useState<{ readonly path: string; readonly pages: Pages; readonly next?: string | undefined }>()
  const [error, setError] = useState<{ readonly path: string; readonly says: string }>()
  const asked = useRef<string>('')
  const at = edition.value
  const load = (of: string, after: string | undefined, before: Pages | undefined): void => {
    const question = `${of} ${at} ${after ?? ''}`
    if (asked.current === question) return
    asked.current = question
    get<Page>(query(of, { after })).then(
      (page) => asked.current === question && set({ path: of, pages: joined(before, page), next: page.next }),
      (cause: unknown) => setError({ path: of, says: cause instanceof Error ? cause.message : String(cause) }),
    )
  }
  useEffect(() => {
    if (path !== undefined) load(path, undefined, undefined)
  }, [path, at])
  if (error !== undefined && error.path === path) return { error: error.says }
  if (path === undefined || state?.path !== path) return {}
  const { pages, next } = state
  return { value: pages, ...(next === undefined || isStatic ? {} : { more: () => load(path, next, pages) }) }
}

function joined(before: Pages | undefined, { events, actors = [], told = [] }: Page): Pages {
  const sentences = told.map(({ event, sentence }) => [event, sentence] as const)
  return {
    events: before ? [...before.events, ...events] : events,
    actors: before ? before.actors : actors,
    told: new Map([...(before?.told ?? []), ...sentences]),
  }
}
