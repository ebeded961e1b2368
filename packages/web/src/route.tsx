import { signal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { isStatic } from './copy.js'
import { forgetAddress, pushAddress, replaceAddress } from './history.js'

/** Where an address within the page leads to. A static copy has one document, so its addresses stand behind `#`, wherever it lies. */
export const written = (to: string): string => (isStatic ? `#${to}` : to)

// A copy's address has no origin that says anything; any does.
const urlOf = (to: string): URL => new URL(to, isStatic ? 'http://localhost' : location.href)
const here = (): URL => urlOf(!isStatic ? location.href : location.hash.startsWith('#/') ? location.hash.slice(1) : '/')

/** Where the page is. Everything that is chosen stands in the address, so that it can be sent and gone back to. */
export const place = signal(here())
for (const event of ['popstate', 'hashchange'])
  addEventListener(event, () => {
    forgetAddress()
    if (here().href !== place.value.href) place.value = here()
  })

export function go(to: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') pushAddress(written(to))
  else replaceAddress(written(to))
  place.value = urlOf(to)
}

/** Changes members of the address' query; undefined takes one away. */
export function choose(members: Readonly<Record<string, string | undefined>>, how: 'push' | 'replace' = 'push'): void {
  go(withMembers(members), how)
}

export function withMembers(members: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(place.value)
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined || value === '') url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  return url.pathname + url.search
}

export const member = (name: string): string | undefined => place.value.searchParams.get(name) ?? undefined

interface LinkProps {
  readonly to: string
  readonly children: ComponentChildren
  readonly class?: string
  readonly title?: string
  readonly 'aria-current'?: 'page' | 'true' | undefined
  readonly 'aria-label'?: string
}

/** A link within the page. It is a real link: it opens in a new tab and shows where it leads. */
export function Link({ to, children, ...rest }: LinkProps): JSX.Element {
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    go(to)
  }
  return (
    <a {...rest} href={written(to)} onClick={follow}>
      {children}
    </a>
  )
}

const part = encodeURIComponent
export const pairAt = (a: string, b: string): string => `/pair/${part(a)}/${part(b)}`
export const actorAt = (id: string): string => `/actor/${part(id)}`
export const savedAt = (name: string): string => `/saved/${part(name)}`
export const eventAt = (id: string): string => `/event/${part(id)}`
export const documentAt = (id: string, claim?: string): string =>
  `/document/${part(id)}${claim === undefined ? '' : `?claim=${part(claim)}`}`
