import { dayIn } from '../days.js'
import type { Day } from '../../time/index.js'
import type { Analysis } from './analyse.js'
import { meta } from './said.js'

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

/** Blocks before and after the heading, and their length, where a page shows its readers the day of publication. */
const SHOWN = { before: 2, after: 7, length: 60 }
const CHANGED = /updat|modif|review|edit|correct/i

/** The day beside the heading, unless it is said to be that of a change. */
function shownDay({ blocks, containers }: Analysis): Day | undefined {
  const heading = blocks.findIndex(({ at }) => containers[at]!.name === 'h1')
  if (heading < 0) return undefined
  for (const { text } of blocks.slice(Math.max(0, heading - SHOWN.before), heading + SHOWN.after + 1)) {
    const day = text.length > SHOWN.length || CHANGED.test(text) ? undefined : dayIn(text)
    if (day) return day
  }
  return undefined
}

/** The day of publication: shown beside the heading (what is stated for machines is often that of the last import, or in another time zone), stated, then in meta elements, then in the address or marked, then near the heading; else that of the last change. */
export function dayOf(page: Analysis, uri: string | undefined): Day | undefined {
  const shown = shownDay(page)
  if (shown) return shown
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
