import type { Name } from '../../doc/index.js'
import type { Binding } from './binding.js'

/** Words after which a capital is the city. */
const SITE =
  /^(?:in|at|near|outside|across|around|inside|through|throughout|central|downtown|northern|southern|eastern|western|leaving|left|reached|visited|over)$/

/** True where a capital is the city, not its government: after a preposition of place, before its province or country, in a dateline. */
export function isSite(at: Binding, { tokens: { first, end }, span, candidates }: Name): boolean {
  const { text, tokens } = at.doc
  const before =
    first > 0 && tokens.sentence[first - 1] === tokens.sentence[first]
      ? text.slice(tokens.start[first - 1], tokens.end[first - 1]).toLowerCase()
      : ''
  if (SITE.test(before)) return true
  const place = at.places.get(span.from)
  if (place?.country !== undefined && place.country !== at.world.actor(candidates[0] ?? '')?.country) return true
  const rest = text.slice(span.to, span.to + 16)
  return (
    /^,\s+\p{Lu}/u.test(rest) ||
    (tokens.sentence[first] === 0 && /^ ?(?:\(|[-–—] )/.test(rest)) ||
    (end < tokens.length && /^ (?:airport|residents?|street|suburb|neighbou?rhood|hospital|hotel)/.test(rest))
  )
}
