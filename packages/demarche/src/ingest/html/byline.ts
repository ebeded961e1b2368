import { dayIn } from '../days.js'
import type { Analysis } from './analyse.js'
import { loneName, shownByline, signedAtEnd } from './byline-shown.js'
import { plain, within, words } from './said.js'

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

/** Who wrote it: stated authors, those of meta elements, a line "By …" near the heading, marked names, then a name alone below the heading or a line at the end. */
export function bylineOf(page: Analysis, publisher: string | undefined): string | undefined {
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
  const shown = shownByline(page)
  if (shown) return nameOf(shown) ?? shown
  const near = page.head.marked.filter((it) => it.what === 'itemprop author' || it.what === 'rel author' || it.what === 'class author')
  for (const what of ['itemprop author', 'rel author', 'class author']) {
    for (const { text } of near.filter((it) => it.what === what)) {
      const name = nameOf(text)
      if (
        name &&
        /^\p{Lu}/u.test(name) &&
        name.split(/\s+/).length >= 2 &&
        name.split(/\s+/).length <= 6 &&
        !/\b(?:about|author|all posts|more|read|view|comments?|editor|says?|writes|posted|your|insights)\b|[*:(]/i.test(name)
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
  const lone = [loneName(page), signedAtEnd(page)].find((name) => name !== undefined && !isSite(name))
  if (lone) return nameOf(lone) ?? lone
  return stated[0] ?? tags[0]
}
