import { signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'

import { answerOf, isStatic, Missing } from './copy.js'

export type * from './answers.js'
export { isStatic }

// The token comes in the part of the address that is never sent, and leaves the address at once.
const given = /^#token=([\w-]+)$/.exec(location.hash)?.[1]
if (given !== undefined) {
  sessionStorage.setItem('token', given)
  history.replaceState(null, '', location.pathname + location.search)
}
export const token = signal(sessionStorage.getItem('token') ?? '')
export function keepToken(value: string): void {
  sessionStorage.setItem('token', value)
  token.value = value
}

/** Counts corrections, so that everything that was read before one is read again. */
export const edition = signal(0)

const headers = (): Record<string, string> => (token.value === '' ? {} : { Authorization: `Bearer ${token.value}` })

async function answered<T>(response: Response): Promise<T> {
  const body = (await response.json()) as T & { readonly error?: string; readonly cure?: string }
  if (response.ok) return body
  const says = [body.error ?? response.statusText, body.cure].filter(Boolean).join('; ')
  throw response.status === 404 ? new Missing(says) : new Error(says)
}

export const get = async <T>(path: string): Promise<T> =>
  isStatic ? answerOf<T>(path) : answered<T>(await fetch(path, { headers: headers() }))
export const post = async <T>(path: string, body: unknown): Promise<T> =>
  answered<T>(
    await fetch(path, { method: 'POST', headers: { ...headers(), 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  )

export type Loaded<T> = { readonly value?: T; readonly error?: string; readonly missing?: boolean }

/** What a question answers; the answer before stays until the next is here, so that nothing jumps. */
export function useAnswer<T>(path: string | undefined): Loaded<T> {
  const [state, set] = useState<Loaded<T> & { readonly path?: string }>({})
  const at = edition.value
  useEffect(() => {
    if (path === undefined) return set({})
    let current = true
    get<T>(path).then(
      (value) => current && set({ value, path }),
      (error: unknown) =>
        current && set({ error: error instanceof Error ? error.message : String(error), missing: error instanceof Missing, path }),
    )
    return () => {
      current = false
    }
  }, [path, at])
  return state
}

/** An address with the members that are there. */
export const query = (path: string, members: Readonly<Record<string, string | undefined>>): string => {
  const search = new URLSearchParams(Object.entries(members).filter((it): it is [string, string] => it[1] !== undefined && it[1] !== ''))
  return search.size === 0 ? path : `${path}${path.includes('?') ? '&' : '?'}${search.toString()}`
}
