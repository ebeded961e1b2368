import { attach, is, partAt, type Clause } from './clause.js'

/**
 * "Gunmen killed two guards in rebel-administered Goma": the participle after a hyphen describes the name that follows; the parser took it for the verb of the sentence, and the verb
 * for a participle of the subject.
 */
export function hyphenated(clause: Clause): boolean {
  const asVerb = asMainVerb(clause)
  return asClause(clause) || asVerb
}

/** "in Indian-administered Kashmir on Friday": nor is the participle a clause of its own, whose day the rest would be. */
function asClause(clause: Clause): boolean {
  const { forms, head } = clause
  let changed = false
  for (let hyphen = 2; hyphen + 2 < forms.length; hyphen++) {
    const [before, participle, noun] = [hyphen - 1, hyphen + 1, hyphen + 2]
    if (forms[hyphen] !== '-' || !clause.joined(hyphen) || !clause.joined(participle)) continue
    if (partAt(clause, participle) !== 'VERB' || !is(clause, participle, 'advcl', 'acl') || head[noun] !== participle) continue
    const preposition = before - 1
    if (!is(clause, noun, 'obj', 'obl') || partAt(clause, preposition) !== 'ADP' || head[preposition] !== participle) continue
    const above = head[participle]!
    if (above < 0 || above > preposition) continue
    for (let i = 0; i < forms.length; i++) if (head[i] === participle && i !== noun && i > noun) head[i] = above
    attach(clause, noun, above, partAt(clause, above) === 'VERB' ? 'obl' : 'nmod')
    attach(clause, participle, noun, 'amod')
    attach(clause, before, participle, 'obl:unmarked')
    attach(clause, hyphen, participle, 'punct')
    changed = attach(clause, preposition, noun, 'case')
  }
  return changed
}

function asMainVerb(clause: Clause): boolean {
  const { forms, head } = clause
  let changed = false
  for (let hyphen = 1; hyphen + 2 < forms.length; hyphen++) {
    const [before, participle, noun] = [hyphen - 1, hyphen + 1, hyphen + 2]
    if (forms[hyphen] !== '-' || !clause.joined(hyphen) || !clause.joined(participle)) continue
    if (partAt(clause, participle) !== 'VERB' || head[noun] !== participle || !is(clause, noun, 'obj')) continue
    const subject = forms.findIndex((_, i) => head[i] === participle && is(clause, i, 'nsubj'))
    const verb = subject + 1
    if (subject < 0 || verb >= before || head[verb] !== subject || !is(clause, verb, 'acl') || partAt(clause, verb) !== 'VERB') continue
    // The verb gets the place of the participle, the name that of the word before the hyphen, with its preposition.
    const place = { head: head[before]!, relation: clause.relation[before]! }
    head[verb] = head[participle]!
    clause.relation[verb] = clause.relation[participle]!
    attach(clause, subject, verb, 'nsubj')
    for (let i = 0; i < forms.length; i++) {
      if (i === subject || i === verb || i === noun || i === before || i === hyphen) continue
      if (head[i] === before) head[i] = noun
      else if (head[i] === participle || (head[i] === subject && i > verb)) head[i] = verb
    }
    head[noun] = place.head === participle || place.head === subject ? verb : place.head
    clause.relation[noun] = place.relation
    attach(clause, participle, noun, 'amod')
    attach(clause, before, participle, 'obl:unmarked')
    changed = attach(clause, hyphen, participle, 'punct')
  }
  return changed
}
