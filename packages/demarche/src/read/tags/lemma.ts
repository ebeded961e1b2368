import type { Lookup } from '../../text/index.js'
import { IRREGULAR } from './irregular.js'

/** Lemmas: what training saw (`XPOS|form`), and for other words the edit of the longest known ending (`XPOS|ending` → `cut+added`). */
export interface LemmaTable {
  readonly words: Lookup<string>
  readonly endings: Lookup<string>
}

/** The longest ending that a rule looks at. */
export const LONGEST_ENDING = 5

/** Names keep their case in the key and in the lemma. */
export const isName = (xpos: string): boolean => xpos === 'NNP' || xpos === 'NNPS'

export const lemmaKey = (form: string, xpos: string): string => `${xpos}|${isName(xpos) ? form : form.toLowerCase()}`

/** The lemma by the rules of endings alone. */
function lemmaByEnding(form: string, xpos: string, endings: Lookup<string>): string {
  const lower = form.toLowerCase()
  const base = isName(xpos) ? form : lower
  for (let size = Math.min(LONGEST_ENDING, lower.length - 1); size >= 0; size--) {
    const edit = endings.get(`${xpos}|${lower.slice(lower.length - size)}`)
    if (edit === undefined) continue
    const plus = edit.indexOf('+')
    const cut = Number(edit.slice(0, plus))
    const lemma = cut <= lower.length ? base.slice(0, base.length - cut) + edit.slice(plus + 1) : ''
    if (lemma !== '') return lemma
  }
  return base
}

export function lemmaOf(form: string, xpos: string, table: LemmaTable): string {
  const plain = form.includes('’') ? form.replaceAll('’', "'") : form
  // Before what training saw: treebanks hold slips such as “fled” from “flead”.
  const past = xpos === 'VBD' || xpos === 'VBN' ? IRREGULAR.get(plain.toLowerCase()) : undefined
  if (past !== undefined) return past
  const seen = table.words.get(lemmaKey(plain, xpos))
  if (seen !== undefined) return seen
  if (plain.length < 3 && !isName(xpos)) return plain.toLowerCase()
  return lemmaByEnding(plain, xpos, table.endings)
}
