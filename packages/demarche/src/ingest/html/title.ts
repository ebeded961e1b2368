import type { Analysis } from './analyse.js'
import { dayIn } from '../days.js'
import { fold } from './fold.js'
import { meta, plain, within, words } from './said.js'

const MARKS = [' | ', ' - ', ' – ', ' — ', ' :: ', ' » ', ' · ', ' • ']
/** What pages put before a title. */
const LABEL = /^(?:title|blog|news|article|opinion|report|review)\s*:\s*/i

/** The title: the first main heading that agrees with what the page calls itself, else the page's own name without the site's. */
export function titleOf(page: Analysis, publisher: string | undefined): string | undefined {
  const named = fold(page.head.title).replaceAll('\n', ' ')
  const graph = meta(page, 'og:title', 'twitter:title', 'dc.title', 'parsely-title')
  const stated = page.stated.title ? plain(page.stated.title) : undefined
  const claims = [stated, graph, named].filter((it): it is string => it !== undefined && it !== '')
  const bare = claims.map((claim) => withoutSite(claim, publisher))
  let best: string | undefined
  let rate = 0.5
  for (const { what, text } of page.head.marked) {
    if (what !== 'h1' && what !== 'itemprop headline') continue
    const heading = plain(text)
    const n = words(heading).length
    if ((n < 2 && claims.length > 0) || (n <= 4 && claims.length > 0 && isSite(heading, publisher, claims))) continue
    const agreed = Math.max(0, ...claims.map((claim) => within(heading, claim) * Math.min(1, within(claim, heading) + 0.5)))
    if (agreed > rate) [best, rate] = [heading, agreed]
  }
  if (best) return bareHeading(best, bare)
  const h1s = page.head.marked.filter((it) => it.what === 'h1' && words(it.text).length >= 4).map(({ text }) => plain(text))
  // A heading that shares less than half with what the page calls itself, where its own names agree with each other, is a slogan or another item's.
  const same = bare.find((claim, i) => bare.some((other, k) => k > i && words(claim).join(' ') === words(other).join(' ')))
  if (h1s.length === 1 && (same === undefined || within(h1s[0]!, same) > 0.34)) return bareHeading(h1s[0]!, bare)
  const own = graph ?? stated ?? named
  return own ? withoutSite(own, publisher) : undefined
}

/** Whether a heading names the site: the publisher, or what stands beside the title in the page's own name. */
function isSite(heading: string, publisher: string | undefined, claims: readonly string[]): boolean {
  if (publisher !== undefined && within(heading, publisher) === 1) return true
  const key = words(heading).join(' ')
  return claims.some((claim) => {
    const parts = partsOf(claim)
    const longest = Math.max(...parts.map((part) => words(part).length))
    return parts.length > 1 && parts.some((part) => words(part).join(' ') === key) && words(heading).length < longest
  })
}

/** A heading without a label before it, and without what stands after what the page calls itself: a day, who posted it, a count. */
function bareHeading(heading: string, claims: readonly string[]): string {
  const own = heading.replace(LABEL, '')
  const all = words(own)
  const whole = claims.find((claim) => {
    const part = words(claim)
    if (part.length < 3 || part.length >= all.length) return false
    const at = all.length - part.length
    const leads = all.slice(0, part.length).join(' ') === part.join(' ')
    const follows = all.slice(at).join(' ') === part.join(' ')
    return (leads && isNote(own.slice(claim.length))) || (follows && isNote(own.slice(0, own.length - claim.length)))
  })
  return whole ?? (claims.some((claim) => words(claim).join(' ') === words(heading).join(' ')) ? heading : own)
}

const isNote = (text: string): boolean => dayIn(text) !== undefined || /^\W*(?:posted|published|updated|by)\b/i.test(text)

const partsOf = (title: string): string[] => {
  let parts = [title]
  for (const mark of [...MARKS, ': ']) parts = parts.flatMap((part) => part.split(mark))
  return parts
}

/** `Title | Site` without the site: a part after the last separator goes when it is the publisher, an address of a site, or short. */
function withoutSite(title: string, publisher: string | undefined): string {
  const marked = MARKS.map((mark) => ({ mark, at: title.lastIndexOf(mark) })).reduce((a, b) => (b.at > a.at ? b : a))
  if (marked.at < 0) return title
  const [head, tail] = [title.slice(0, marked.at).trim(), title.slice(marked.at + marked.mark.length).trim()]
  const site =
    (publisher !== undefined && within(tail, publisher) >= 0.5) || /^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co|io|info|news|tv)$/i.test(tail)
  return words(head).length >= 2 && (site || (words(tail).length <= 4 && words(head).length > words(tail).length)) ? head : title
}
