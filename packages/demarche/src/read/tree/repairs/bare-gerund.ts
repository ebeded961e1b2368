import { hasSubject, is, partAt, relationId, type Clause } from './clause.js'

/** "Fighting broke out": a form in "-ing" that stands alone before its verb, with nothing that it acts on, names what happens and is a subject like any noun. */
export function bareGerund(clause: Clause): boolean {
  const { forms, head } = clause
  let changed = false
  for (let i = 0; i + 1 < forms.length; i++) {
    if (!is(clause, i, 'csubj') || head[i]! <= i || partAt(clause, i) !== 'VERB' || !forms[i]!.toLowerCase().endsWith('ing')) continue
    if (head.some((above, kid) => above === i && !is(clause, kid, 'amod', 'det', 'nmod', 'nmod:poss', 'compound', 'punct', 'advmod')))
      continue
    if (hasSubject(clause, head[i]!, i)) continue
    clause.relation[i] = relationId('nsubj')
    changed = true
  }
  return changed
}
