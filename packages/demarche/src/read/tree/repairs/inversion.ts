import { attach, is, isNominal, partAt, type Clause } from './clause.js'

/**
 * "“We will stay,” said the minister": after a quotation the speaker follows the verb. A nominal right of such a verb that has no subject
 * is its subject, not its object.
 */
export function inversion(clause: Clause): boolean {
  let changed = false
  const { lemmas, forms, head, words } = clause
  for (let verb = 1; verb + 1 < forms.length; verb++) {
    if (
      partAt(clause, verb) !== 'VERB' ||
      !words['said-after-a-quotation'].has(lemmas[verb]!) ||
      !/^(?:,|["”’?!]|'')$/.test(forms[verb - 1]!)
    )
      continue
    let hasSubject = false
    let object = -1
    for (let i = 0; i < forms.length; i++) {
      if (head[i] !== verb) continue
      if (is(clause, i, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass')) hasSubject = true
      if (i > verb && object < 0 && is(clause, i, 'obj', 'iobj')) object = i
    }
    if (hasSubject || object < 0 || !isNominal(clause, object) || (head.includes(object) && forms[verb + 1] === 'that')) continue
    changed = attach(clause, object, verb, 'nsubj')
  }
  return changed
}
