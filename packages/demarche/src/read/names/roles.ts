import { uposAt, xposAt, type Name } from '../../doc/index.js'
import { fold } from '../../world/index.js'
import { apposed, ofBoard, takenForVerb } from './role-context.js'
import type { RolesAt } from './roles-at.js'
import { COMMON, FORMER, HARD, headOf, LESSER, SOFT } from './role-words.js'
import { Shape } from './words.js'

/** Most words of a text that is but a phrase: a name given alone. */
const PHRASE = 12
/** Most words of an office or role noun: "national intelligence agency officer". */
const LONGEST = 4

/** Offices and groups: an office or role noun with the names and adjectives before it and the "of …" after it. */
export function rolesOf(at: RolesAt): Name[] {
  const { doc, words, world, nameAt } = at
  const found: Name[] = []
  for (let i = 0; i < words.length; i++) {
    if (words.timed[i] === 1 || words.shape[i] === Shape.Other || (nameAt[i]! >= 0 && at.names[nameAt[i]!]!.type !== 'other')) continue
    const sentence = doc.tokens.sentence[i]!
    for (let size = LONGEST; size > 0; size--) {
      const end = i + size
      if (end > words.length || doc.tokens.sentence[end - 1] !== sentence) continue
      const key = size === 1 ? words.folded[i]! : fold(doc.text.slice(doc.tokens.start[i], doc.tokens.end[end - 1]))
      // Four words are a role's only: "deputy minister of defense" is the office with what stands before it.
      const office =
        (size < LONGEST ? world.office(key) : undefined) ??
        (nameAt[i - 1]! >= 0 || words.folded[end] === 'of' || words.folded[i - 1] === 's' ? headOf(key) : undefined)
      const role = office ? undefined : world.role(key)
      if (!office && !role) continue
      const upos = uposAt(doc.tags, end - 1)
      if (role && apposed(at, role, end)) continue
      const board = office?.office === 'chair' && ofBoard(at, end)
      if (
        words.shape[end - 1] === Shape.Other ||
        (size === 1 &&
          upos !== 'NOUN' &&
          upos !== 'PROPN' &&
          (words.length > PHRASE || upos !== 'ADJ') &&
          !takenForVerb(at, i, role?.number) &&
          key !== 'displaced')
      )
        continue
      if (
        role &&
        role.number === 'body' &&
        SOFT.has(role.sector) &&
        words.length > PHRASE &&
        nameAt[i - 1] === -1 &&
        words.folded[end] !== 'of'
      )
        break
      const it = phrase(
        at,
        i,
        end,
        key,
        office ? 'office' : 'group',
        board ? 'BUS' : office ? office.sector : role!.sector,
        office?.office ?? role!.lemma,
        office?.rank,
      )
      if (it) found.push(it)
      i = end - 1
      break
    }
  }
  return found
}

function phrase(
  { doc, words, world, nameAt, names }: RolesAt,
  first: number,
  end: number,
  key: string,
  kind: 'office' | 'group',
  sector: string,
  noun: string,
  rank: string | undefined,
): Name | undefined {
  const { tokens, tags } = doc
  const sentence = tokens.sentence[first]!
  let from = first
  let of: Name | undefined
  let former = false
  let lesser = false
  for (let i = first - 1, steps = 0; i >= 0 && tokens.sentence[i] === sentence && steps < 6; i--, steps++) {
    const at = nameAt[i]!
    if (at >= 0) {
      const it = names[at]!
      if (it.type === 'person' || of) break
      of = it
      from = it.tokens.first
      if (from > 0 && tokens.sentence[from - 1] === sentence && FORMER.has(words.folded[from - 1]!)) former = true
      break
    }
    const word = words.folded[i]!
    const upos = uposAt(tags, i)
    if (FORMER.has(word)) former = true
    if (LESSER.has(word)) lesser = true
    if (word === 's' || words.form[i] === '’' || words.form[i] === "'" || words.form[i] === '-') continue
    if (upos !== 'ADJ' && upos !== 'NOUN' && upos !== 'NUM' && upos !== 'PROPN' && upos !== 'ADV' && upos !== 'VERB') break
    if (upos === 'VERB' && xposAt(tags, i) !== 'VBN' && xposAt(tags, i) !== 'VBG') break
    if ((upos === 'VERB' || upos === 'ADV') && (i === 0 || uposAt(tags, i - 1) === 'AUX' || uposAt(tags, i - 1) === 'NOUN')) break
    if ((upos === 'ADJ' || upos === 'NOUN' || upos === 'PROPN') && words.shape[i] !== Shape.Other) from = i
  }
  let to = end
  if (!of && end < words.length && /^(?:of|for|in|from|to)$/.test(words.folded[end]!)) {
    const next = words.folded[end + 1] === 'the' ? end + 2 : end + 1
    const at = next < words.length && tokens.sentence[next] === sentence ? nameAt[next]! : -1
    if (at >= 0 && names[at]!.type !== 'person' && (words.folded[end] !== 'to' || kind !== 'office')) {
      of = names[at]!
      if (words.folded[end] === 'of') to = of.tokens.end
    }
  }
  if (!of && kind === 'group' && words.length > PHRASE && (COMMON.has(key) || !(HARD.has(sector) || (SOFT.has(sector) && key !== noun))))
    return undefined
  const capital = words.shape[first] !== Shape.Lower
  const person =
    nameAt[end] !== undefined && nameAt[end]! >= 0 && tokens.sentence[end] === sentence && names[nameAt[end]!]!.type === 'person'
      ? nameAt[end]!
      : undefined
  if (kind === 'office' && !of && !capital && person === undefined && words.folded[first - 1] !== 'the' && !former && words.length > PHRASE)
    return undefined
  if (kind === 'office' && !of && person === undefined && sector === 'MIL' && words.length > PHRASE) return undefined
  const country = of?.candidates[0]
  const actor = country === undefined || of?.type === 'place' ? undefined : world.actor(country)
  return {
    kind,
    type: kind,
    span: { from: tokens.start[from]!, to: tokens.end[to - 1]! },
    tokens: { first: from, end: to },
    head: end - 1,
    key,
    candidates: [],
    office: lesser ? `deputy ${noun}` : noun,
    sector,
    ...(rank !== undefined && { rank }),
    ...(actor && { of: actor.kind === 'state' ? actor.id.slice('state:'.length) : actor.id }),
    ...(!actor && of && { of: `name:${names.indexOf(of)}` }),
    ...(former && { former }),
    ...(person !== undefined && { person }),
    why: `the ${kind === 'office' ? 'office' : 'role'} “${noun}”${of ? ` with “${of.key}”` : ''}`,
  }
}
