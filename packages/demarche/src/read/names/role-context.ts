import type { RolesAt } from './roles-at.js'

/** Most words between "of" and "board". */
const REACH = 6

/** "The rebel FDLR force": a noun in the singular before the name of a group says what the group is; the name alone is the actor. */
export function apposed({ doc, nameAt, names }: RolesAt, role: { readonly number: string; readonly sector: string }, end: number): boolean {
  const next = nameAt[end] ?? -1
  return (
    next >= 0 &&
    role.number === 'person' &&
    (role.sector === 'REB' || role.sector === 'UAF') &&
    names[next]!.type === 'organisation' &&
    doc.tokens.sentence[end] === doc.tokens.sentence[end - 1]
  )
}

/** "Baloch separatists blew up": right after a nationality the plural of a noun for persons is that noun, whatever the tagger says. */
export const takenForVerb = ({ words, nameAt, names }: RolesAt, i: number, number: string | undefined): boolean =>
  (number === 'person' || number === 'people') &&
  words.folded[i]!.endsWith('s') &&
  i > 0 &&
  nameAt[i - 1]! >= 0 &&
  names[nameAt[i - 1]!]!.type === 'nationality'

/** "Chairman of the firm's board": who presides over a board is of business, not of government. True when "of … board" begins at `end`. */
export function ofBoard({ doc, words }: RolesAt, end: number): boolean {
  if (words.folded[end] !== 'of') return false
  for (let i = end + 1; i <= end + REACH && i < words.length; i++) {
    if (doc.tokens.sentence[i] !== doc.tokens.sentence[end] || /^[,;:]$/.test(words.form[i]!)) return false
    if (words.folded[i] === 'board') return true
  }
  return false
}
