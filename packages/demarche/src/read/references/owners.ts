import type { Name } from '../../doc/index.js'
import { codeOf } from '../../world/index.js'
import type { Binding } from './binding.js'

/** Words of a body that a state has: what follows "of" after them says whose it is. */
export const BODY = /\b(?:ministry|department|agency|parliament|assembly|court|army|navy|forces|guard|police|service|council|commission)\b/

/**
 * The country whose the organisation is: "Chile's Defense Ministry", "the Saudi National Guard", "the Ministry of Defence of Armenia"; of a name of common words also the
 * place before it: "Cali Self-Defense Forces".
 */
export function ownerOf(at: Binding, name: Name): string | undefined {
  const { tokens, span, key } = name
  const { names, text } = at.doc
  if (BODY.test(key)) {
    const after = names.find((it) => it.type === 'state' && it.span.from >= span.to + 4 && it.span.from <= span.to + 8)
    if (after && /^ of (?:the )?$/.test(text.slice(span.to, after.span.from))) return codeOf(at.world.actor(after.candidates[0] ?? ''))
  }
  const from = at.doc.tokens.start[tokens.first]!
  const place = tokens.end - tokens.first > 1 ? names.find((it) => it.type === 'place' && it.span.to === from - 1) : undefined
  const land = place === undefined ? undefined : at.places.get(place.span.from)?.country
  if (land !== undefined && text[from - 1] === ' ' && countryIn(at, name).country === undefined) return land
  const before = names.find((it) => (it.type === 'nationality' || it.type === 'state') && it.span.to <= from && it.span.to >= from - 4)
  if (!before || !/^(?:['’]s?)? ?$/.test(text.slice(before.span.to, from))) return undefined
  return codeOf(at.world.actor(before.candidates[0] ?? ''))
}

/** The country that an organisation's own name holds: "Chilean Football Federation", "Bank of Ghana". */
export function countryIn(at: Binding, name: Name): { country?: string } {
  const place = at.places.get(name.span.from)
  if (place?.country !== undefined && place.kind !== 'nationality') return { country: place.country }
  const parts = name.key.split(' ')
  for (let i = 0; i < parts.length; i++) {
    for (let end = Math.min(parts.length, i + 3); end > i; end--) {
      const key = parts.slice(i, end).join(' ')
      const state = at.world.byName(key).find((it) => at.world.actor(it.actor)?.kind === 'state' && it.kind !== 'acronym')
      if (state) return { country: codeOf(at.world.actor(state.actor))! }
      const city = parts.length > 1 ? at.world.placesNamed(key)[0] : undefined
      if (city && city.population > 100_000 && city.country !== undefined) return { country: city.country }
    }
  }
  return {}
}
