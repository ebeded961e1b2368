import { dayIn } from '../days.js'
import { cueOf } from '../lines/cues.js'
import type { Analysis } from './analyse.js'
import type { Block } from './page.js'
import { SIGNALS } from './signals.js'

// Bylines that a page shows to its readers without telling machines: a line "By …" near the heading, a name alone between heading and text, and a line "Written
// by …" at the end.

/** A byline stands among so many blocks before and after the heading, a name alone right after it. */
const BEFORE = 4
const AFTER = 12
const ALONE = 4
/** Without a heading so many blocks are looked at. */
const HEAD = 60
const MOST = 140
const BY = /(?:^|[ \d])by\b ?:? ?(?=\S)/iu
const AT_START =
  /^(?:(?:this (?:post|article|story) (?:was|is) )?(?:written|posted|authored|words|story|text|article|reported) ?)?by\b ?:? ?(?=\S)/iu
const WRITTEN = /^(?:this (?:post|article|story) (?:was|is) )?(?:written|posted|authored) by ?:? ?(?=\S)/iu
const PERSON = /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|der|von|den|bin|al|el|la|di|da)){1,3}$/u
const READING = /\b\d{1,3}\s*min(?:ute)?s?\b/i
const PARTS = / ?[|•·⋅●\n] ?/
const AUTHOR = 1 << SIGNALS.findIndex(([name]) => name === 'author')

const words = (text: string): string[] => text.split(/\s+/)

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec'
/** Where a name ends: at a day, a role, a place to read on. */
const ENDS = new RegExp(` (?:on|in|at|from|for|view|and updated|updated|published|last) | [-–—] |[(\\d]|,? ?(?:${MONTHS})\\b\\.? ?\\d`, 'i')
const ROLE = /, (?=\p{Ll})/u

/** The name after "By"; `undefined` where none follows. */
function afterBy(text: string): string | undefined {
  const name = trimmed(text.split(ENDS)[0]!.split(ROLE)[0]!)
  return name !== '' && words(name).length <= 8 && /^(?:\p{Lu}|the \p{Lu})/u.test(name) ? name : undefined
}

function trimmed(text: string): string {
  let end = text.length
  while (end > 0 && ' ,.:;'.includes(text[end - 1]!)) end--
  return text.slice(0, end).trim()
}

function headingOf({ blocks, containers }: Analysis): number {
  return blocks.findIndex(({ at }) => containers[at]!.name === 'h1')
}

/** The line "By …" near the heading. */
export function shownByline(page: Analysis): string | undefined {
  const heading = headingOf(page)
  const [from, to] = heading < 0 ? [0, HEAD] : [Math.max(0, heading - BEFORE), heading + AFTER]
  for (const { text } of page.blocks.slice(from, to)) {
    if (text.length > MOST) continue
    for (const part of text.split(PARTS)) {
      const start = AT_START.exec(part)
      const lead = start ?? (dayIn(part) ? BY.exec(part) : null)
      const name = lead ? afterBy(part.slice(lead.index + lead[0].length)) : undefined
      if (name) return name
    }
  }
  return undefined
}

/** A name alone between heading and text, where something speaks for it: its class, a day or a reading time beside it, or that it stands on the page again. */
export function loneName(page: Analysis): string | undefined {
  const heading = headingOf(page)
  if (heading < 0) return undefined
  const { blocks, containers } = page
  const isAuthor = ({ at }: Block): boolean => (containers[at]!.signals & AUTHOR) !== 0
  const tells = (block: Block | undefined): boolean =>
    block !== undefined && block.text.length < 60 && (dayIn(block.text) !== undefined || READING.test(block.text))
  for (let i = heading + 1; i <= heading + ALONE && i < blocks.length; i++) {
    const block = blocks[i]!
    if (block.text.length > MOST || containers[block.at]!.name === 'h1') continue
    const parts = block.text.split(PARTS)
    const name = parts[0]!
    if (!PERSON.test(name) || name === name.toUpperCase() || cueOf(name) >= 0) continue
    const again = blocks.filter((other) => other.text.length < MOST && other.text.includes(name)).length
    const dated = parts.slice(1).some((part) => dayIn(part)) || tells(blocks[i + 1]) || tells(blocks[i - 1])
    if (isAuthor(block) || (dated && again > 1)) return name
  }
  return undefined
}

/** A line "Written by …" anywhere, where the page has but one name for it. */
export function signedAtEnd({ blocks }: Analysis): string | undefined {
  const names = new Set<string>()
  for (const { text } of blocks) {
    const lead = text.length > MOST ? null : WRITTEN.exec(text)
    const name = lead ? afterBy(text.slice(lead[0].length).split(',')[0]!) : undefined
    if (name) names.add(name)
  }
  return names.size === 1 ? [...names][0] : undefined
}
