import type { Day } from '../../time/index.js'
import type { Analysis } from './analyse.js'
import { bylineOf } from './byline.js'
import { dayOf } from './published.js'
import { meta, plain } from './said.js'
import { titleOf } from './title.js'

/** What is known of the article of a page; each field only when the page says it. */
export interface Metadata {
  readonly title?: string
  readonly byline?: string
  readonly publisher?: string
  readonly day?: Day
  readonly uri?: string
  readonly language?: string
}

export function metadataOf(page: Analysis, address: string | undefined): Metadata {
  const canonical = absolute(
    page.head.links.find(({ rel, href }) => rel.split(/\s+/).includes('canonical') && href !== '')?.href ?? meta(page, 'og:url'),
    address,
  )
  const uri = canonical ?? address
  const publisher = publisherOf(page)
  const title = titleOf(page, publisher)
  const day = dayOf(page, uri)
  const byline = bylineOf(page, publisher)
  const language = languageTag(page.head.language || page.stated.language || meta(page, 'og:locale') || '')
  return {
    ...(title ? { title } : {}),
    ...(byline ? { byline } : {}),
    ...(publisher ? { publisher } : {}),
    ...(day ? { day } : {}),
    ...(uri ? { uri } : {}),
    ...(language ? { language } : {}),
  }
}

const languageTag = (tag: string): string | undefined => /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag.trim())?.[1]?.toLowerCase()

/** An absolute http(s) address, or nothing. */
function absolute(href: string | undefined, base: string | undefined): string | undefined {
  if (!href) return undefined
  try {
    const url = base ? new URL(href, base) : new URL(href)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
  } catch {
    return undefined
  }
}

const publisherOf = (page: Analysis): string | undefined =>
  meta(page, 'og:site_name') ??
  (page.stated.publisher ? plain(page.stated.publisher) : undefined) ??
  meta(page, 'application-name', 'dc.publisher', 'publisher')
