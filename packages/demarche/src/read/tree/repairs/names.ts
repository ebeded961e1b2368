import { attach, is, partAt, type Clause } from './clause.js'

/**
 * A hyphenated name is one name: in "Nagorno-Karabakh" the second part is no apposition, no list item and no conjunct of the first. Only parts
 * that are written together and of which one hangs on the other are touched.
 */
export function hyphenatedNames(clause: Clause): boolean {
  let changed = false
  for (let hyphen = 1; hyphen + 1 < clause.forms.length; hyphen++) {
    if (clause.forms[hyphen] !== '-' || !clause.joined(hyphen) || !clause.joined(hyphen + 1)) continue
    const first = hyphen - 1
    const second = hyphen + 1
    if (partAt(clause, first) !== 'PROPN' || partAt(clause, second) !== 'PROPN' || clause.head[second] !== first) continue
    if (is(clause, second, 'appos', 'conj', 'list', 'parataxis', 'dep', 'nmod:unmarked')) changed = attach(clause, second, first, 'flat')
  }
  return changed
}
