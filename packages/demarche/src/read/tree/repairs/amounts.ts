import { attach, is, partAt, type Clause } from './clause.js'

/**
 * "A bomber killed at least 37 Kenyan police": the *at* before a number heads no phrase of place, so that what is counted is the object of the verb right before it. A verb with such an
 * object tells what its subject did, and is no participle of it.
 */
export function amounts(clause: Clause): boolean {
  let changed = false
  for (let at = 1; at + 3 < clause.forms.length; at++) {
    const verb = at - 1
    const number = at + 2
    if (clause.forms[at]!.toLowerCase() !== 'at' || !/^(?:least|most)$/i.test(clause.forms[at + 1]!)) continue
    if (partAt(clause, verb) !== 'VERB' || partAt(clause, number) !== 'NUM' || isTaken(clause, verb)) continue
    const noun = countedAfter(clause, number)
    if (noun === undefined) continue
    if (!is(clause, noun, 'obj') || clause.head[noun] !== verb) changed = counted(clause, verb, number, noun)
    if (finite(clause, verb)) changed = true
  }
  return changed
}

/** Whether a verb is passive or has an object already. */
const isTaken = (clause: Clause, verb: number): boolean =>
  clause.forms.some((_, i) => clause.head[i] === verb && (is(clause, i, 'aux:pass', 'nsubj:pass') || (i < verb && is(clause, i, 'obj'))))

/** The last of the nouns and adjectives that follow a number. */
function countedAfter(clause: Clause, number: number): number | undefined {
  let noun: number | undefined
  for (let i = number + 1; i < clause.forms.length && /^(?:ADJ|NOUN|PROPN)$/.test(partAt(clause, i)); i++)
    if (partAt(clause, i) === 'NOUN') noun = i
  return noun
}

function counted(clause: Clause, verb: number, number: number, noun: number): boolean {
  const { head, forms } = clause
  // What is between them belongs to the noun, and so does what hung on the number from there on.
  for (let i = 0; i < forms.length; i++) {
    if (i === noun || i === number || i === number - 1) continue
    if (i > number && i < noun) {
      if (head[i]! <= number || head[i]! > noun) attach(clause, i, noun, partAt(clause, i) === 'ADJ' ? 'amod' : 'compound')
    } else if (i > noun && head[i]! >= number && head[i]! < noun) head[i] = noun
  }
  attach(clause, number - 2, number - 1, 'case')
  attach(clause, number - 1, number, 'nmod')
  attach(clause, number, noun, 'nummod')
  return attach(clause, noun, verb, 'obj')
}

/** A past form right after the noun that it was taken to describe, in a piece with no other verb above: it is what the noun did. */
function finite(clause: Clause, verb: number): boolean {
  const { head } = clause
  const noun = verb - 1
  if (head[verb] !== noun || !is(clause, verb, 'acl')) return false
  const above = head[noun]!
  if (above < 0) {
    // All else that hung on the noun from here on is of the clause.
    for (let i = verb + 1; i < head.length; i++) if (head[i] === noun) head[i] = verb
    clause.relation[verb] = clause.relation[noun]!
    head[verb] = -1
    return attach(clause, noun, verb, 'nsubj')
  }
  if (above < verb || !is(clause, noun, 'nsubj') || !/^(?:NOUN|PROPN)$/.test(partAt(clause, above))) return false
  for (let i = 0; i < head.length; i++) if (head[i] === above && is(clause, i, 'cop', 'aux', 'aux:pass')) return false
  head[verb] = head[above]!
  clause.relation[verb] = clause.relation[above]!
  attach(clause, above, verb, 'obl')
  for (let i = 0; i < head.length; i++) if (head[i] === above && (i < verb || partAt(clause, i) === 'PUNCT')) head[i] = verb
  return attach(clause, noun, verb, 'nsubj')
}
