import { attach, is, isUnder, partAt, type Clause } from './clause.js'

/** "Russia, China sign gas deal": headlines write a comma for "and"; the first name is called by nobody, it is the subject too. */
export function pairs(clause: Clause): boolean {
  const comma = clause.forms.indexOf(',')
  const first = comma < 1 ? -1 : topOf(clause, comma)
  const verb = first < 0 ? -1 : clause.head[first]!
  if (
    verb < comma ||
    partAt(clause, verb) !== 'VERB' ||
    !is(clause, first, 'vocative', 'obl', 'obl:unmarked', 'dep', 'discourse', 'dislocated')
  )
    return false
  if (partAt(clause, first) !== 'PROPN') return false
  for (let i = comma + 1; i < verb; i++) {
    if (clause.head[i] !== verb || !is(clause, i, 'nsubj', 'nsubj:pass') || !isNamed(clause, comma + 1)) continue
    // Nothing stands between the comma and the verb but the second name and its own words.
    for (let k = comma + 1; k < verb; k++) if (!isUnder(clause, k, i) && !['AUX', 'PART', 'ADV'].includes(partAt(clause, k))) return false
    clause.relation[first] = clause.relation[i]!
    attach(clause, comma, i, 'punct')
    return attach(clause, i, first, 'conj')
  }
  return false
}

/** The word that heads all words before `end`; -1 where there are several, or a preposition among them. */
function topOf(clause: Clause, end: number): number {
  let top = -1
  for (let i = 0; i < end; i++) {
    if (['ADP', 'SCONJ', 'ADV', 'VERB'].includes(partAt(clause, i))) return -1
    if (clause.head[i]! >= 0 && clause.head[i]! < end) continue
    if (top >= 0) return -1
    top = i
  }
  return top
}

const isNamed = (clause: Clause, i: number): boolean => /^\p{Lu}/u.test(clause.forms[i] ?? '')
