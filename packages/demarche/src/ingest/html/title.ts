import type { Analysis } from './analyse.js'
import { fold } from './fold.js'
import { meta, plain, within, words } from './said.js'

/** The title: the first main heading that agrees with what the page calls itself, else the page's own name without the site's. */
export function titleOf(page: Analysis, publisher: string | undefined): string | undefined {
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
