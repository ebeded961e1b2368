import { dayIn } from '../days.js'
import type { Day } from '../../time/index.js'
import type { Analysis } from './analyse.js'
import { fold } from './blocks.js'

/** What is known of the article of a page; each field only when the page says it. */
export interface Metadata {
  readonly title?: string
  readonly byline?: string
  readonly publisher?: string
  readonly day?: Day
  readonly uri?: string
  readonly language?: string
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const plain = (text: string): string =>
  fold(
    text
      .replace(/<[^<>]{1,200}>/g, ' ')
      .replaceAll('&amp;', '&')
      .replaceAll('&#039;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&#8217;', '’')
      .replaceAll('&nbsp;', ' '),
  ).replaceAll('\n', ' ')

/** `metas` are tried in the order of `names`, not of the page. */
const meta = ({ head }: Analysis, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const found = head.metas.find(([key, value]) => key === name && value.trim() !== '')
    if (found) return plain(found[1])
  }
  return undefined
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

/** Share of the words of `a` that stand in `b`. */
function within(a: string, b: string): number {
  const own = words(a)
  const there = new Set(words(b))
  return own.length === 0 ? 0 : own.filter((word) => there.has(word)).length / own.length
}

/** The title: the first main heading that agrees with what the page calls itself, else the page's own name without the site's. */
function titleOf(page: Analysis, publisher: string | undefined): string | undefined {
  const named = fold(page.head.title).replaceAll('\n', ' ')
  const graph = meta(page, 'og:title', 'twitter:title', 'dc.title', 'parsely-title')
  const stated = page.stated.title ? plain(page.stated.title) : undefined
  const claims = [stated, graph, named].filter((it): it is string => it !== undefined && it !== '')
  let best: string | undefined
  let rate = 0.5
  for (const { what, text } of page.head.marked) {
    if (what !== 'h1' && what !== 'itemprop headline') continue
    const heading = plain(text)
    const n = words(heading).length
    if ((n < 2 && claims.length > 0) || (publisher !== undefined && claims.length > 0 && n <= 4 && within(heading, publisher) === 1))
      continue
    const agreed = Math.max(0, ...claims.map((claim) => within(heading, claim) * Math.min(1, (within(claim, heading) + 0.5) / 1)))
    if (agreed > rate) [best, rate] = [heading, agreed]
  }
  if (best) return best
  const h1s = page.head.marked.filter((it) => it.what === 'h1' && words(it.text).length >= 4)
  if (h1s.length === 1) return plain(h1s[0]!.text)
  const own = graph ?? stated ?? named
  return own ? withoutSite(own, publisher) : undefined
}

/** `Title | Site` without the site: a part after the last separator goes when it is the publisher or short. */
function withoutSite(title: string, publisher: string | undefined): string {
  const at = Math.max(...[' | ', ' - ', ' – ', ' — ', ' :: ', ' » ', ' · '].map((mark) => title.lastIndexOf(mark)))
  if (at < 0) return title
  const [head, tail] = [title.slice(0, at).trim(), title.slice(at + 3).trim()]
  const site = publisher !== undefined && within(tail, publisher) >= 0.5
  return words(head).length >= 2 && (site || (words(tail).length <= 4 && words(head).length > words(tail).length)) ? head : title
}

const LEAD =
  /^(?:by(?=\p{Lu}\p{Ll})|(?:article|story|text|words|photos?|posted|written|reported|published|reviewed|updated)?\s*by\b:?|author:?|from:?)\s*/iu
const NO_NAME =
  /^(?:admin|administrator|editor|author|staff|guest|user|root|unknown|null|undefined|www|webmaster|anonymous|none)$|https?:|@\w+\.\w/i

/** A name as a byline gives it: without "By", days, roles after a separator, addresses. */
function nameOf(text: string): string | undefined {
  let name = plain(text.slice(0, 1000)).replace(LEAD, '')
  name = name.split(/\s+[|•·–—]\s+|\s*\|\s*|\s+(?:on|updated|published|posted|in)\s+(?=[A-Z0-9])|\s+-\s+/)[0]!.trim()
  name = name.replace(/[-–,.;:\s]+$/, '').replace(/^[@\s]+/, '')
  const n = name.split(/\s+/).length
  return name === '' || name.length > 80 || n > 9 || NO_NAME.test(name) || /^\d/.test(name) || dayIn(name) !== undefined ? undefined : name
}

/** The people of one stated author: "A B and C D" are two, "Centre for Research and Training" is one. */
function peopleIn(author: string): string[] {
  const parts = author.split(/;|,? and |,/).map((part) => part.trim())
  return parts.every((part) => /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(part)) ? parts : author.split(';')
}

function bylineOf(page: Analysis, publisher: string | undefined): string | undefined {
  const unique = (names: readonly (string | undefined)[]): string[] => {
    const seen = new Set<string>()
    return names.filter((name): name is string => {
      const key = name === undefined ? '' : words(name).join(' ')
      if (key === '' || seen.has(key)) return false
      seen.add(key)
      return true
    })
  }
  const isSite = (name: string): boolean => publisher !== undefined && within(name.replace(/^the /i, ''), publisher) === 1
  const stated = unique(page.stated.authors.flatMap(peopleIn).map(nameOf))
  const people = stated.filter((name) => !isSite(name))
  if (people.length > 0) return people.join(', ')
  const tags = unique(
    page.head.metas
      .filter(([key]) =>
        /^(?:author|article:author|parsely-author|dc\.creator|dc\.creator|sailthru\.author|byl|citation_author|cxenseparse:author|article:author_name|itemprop author)$/.test(
          key,
        ),
      )
      .map(([, value]) => nameOf(value)),
  )
  const tagged = tags.filter((name) => !isSite(name))
  if (tagged.length > 0) return tagged.slice(0, 4).join(', ')
  const near = page.head.marked.filter((it) => it.what === 'itemprop author' || it.what === 'rel author' || it.what === 'class author')
  for (const what of ['itemprop author', 'rel author', 'class author']) {
    for (const { text } of near.filter((it) => it.what === what)) {
      const name = nameOf(text)
      if (
        name &&
        /^\p{Lu}/u.test(name) &&
        name.split(/\s+/).length >= 2 &&
        name.split(/\s+/).length <= 6 &&
        !/\b(?:about|author|all posts|more|read|view|comments?|editor)\b/i.test(name)
      )
        return name
    }
  }
  const early = page.blocks
    .slice(0, 400)
    .find(({ text }) => text.length < 80 && /^by:? [A-Z]/i.test(text) && /^by:? (?:[A-Z][\p{L}.'’-]+[ ,]*(?:and )?){2,6}/u.test(text))
  const lead = page.blocks.slice(0, 400).findIndex(({ text }) => /^(?:(?:written|posted|published|words) )?by:?$|^authors?:?$/i.test(text))
  const after = lead < 0 ? undefined : page.blocks[lead + 1]
  const written =
    (early && nameOf(early.text)) ?? (after && /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){1,3}$/u.test(after.text) ? after.text : undefined)
  if (written) return written
  return stated[0] ?? tags[0]
}

const DAY_METAS = [
  'article:published_time',
  'og:published_time',
  'itemprop datepublished',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.created',
  'dc.date.created',
  'cxenseparse:recs:publishtime',
  'article.published',
  'published-date',
  'publication_date',
  'citation_publication_date',
  'citation_date',
  'date_published',
  'article:published',
  'rnews:datepublished',
  'originalpublicationdate',
  'bt:pubdate',
  'og:article:published_time',
  'created',
]
const URL_DAY = /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)/

function dayOf(page: Analysis, uri: string | undefined): Day | undefined {
  const stated = page.stated.published ? dayIn(page.stated.published) : undefined
  if (stated) return stated
  for (const name of DAY_METAS) {
    const value = meta(page, name)
    const day = value ? dayIn(value) : undefined
    if (day) return day
  }
  const url = uri ? URL_DAY.exec(uri) : null
  const addressed = url ? dayIn(`${url[1]}-${url[2]}-${url[3]}`) : undefined
  const marks = page.head.marked
  for (const what of ['itemprop datepublished', 'time', 'class date']) {
    for (const { text } of marks.filter((it) => it.what === what)) {
      const day = dayIn(text)
      if (day) return addressed ?? day
    }
  }
  if (addressed) return addressed
  const heading = page.blocks.findIndex(({ at }) => page.containers[at]!.name === 'h1')
  const near = page.blocks.slice(Math.max(0, heading - 6), Math.max(0, heading) + 15)
  for (const { text } of near)
    if (text.length < 120) {
      const day = dayIn(text)
      if (day) return day
    }
  const modified = page.stated.modified ?? meta(page, 'article:modified_time', 'og:updated_time', 'last-modified')
  return modified ? dayIn(modified) : undefined
}
