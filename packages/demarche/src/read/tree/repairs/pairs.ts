import { attach, is, isUnder, partAt, type Clause } from './clause.js'

/** "Russia, China sign gas deal": headlines write a comma for "and"; the first name is called by nobody, it is the subject too. */
export function pairs(clause: Clause): boolean {
  const first = clause.relation.findIndex((_, i) => is(clause, i, 'vocative') && partAt(clause, i) === 'PROPN')
  if (first < 0 || clause.forms[first + 1] !== ',') return false
  const verb = clause.head[first]!
  if (verb < first || partAt(clause, verb) !== 'VERB') return false
  for (let i = 0; i < first; i++) if (!isUnder(clause, i, first)) return false
  for (let i = first + 2; i < verb; i++) {
    if (clause.head[i] !== verb || !is(clause, i, 'nsubj', 'nsubj:pass') || partAt(clause, i) !== 'PROPN') continue
    // Nothing stands between the comma and the second name but its own words.
    for (let k = first + 2; k < verb; k++) if (!isUnder(clause, k, i) && !['AUX', 'PART', 'ADV'].includes(partAt(clause, k))) return false
    clause.relation[first] = clause.relation[i]!
    attach(clause, first + 1, i, 'punct')
    return attach(clause, i, first, 'conj')
  }
  return false
}
