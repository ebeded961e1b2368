import { attach, is, type Clause } from './clause.js'

/**
 * "Recalled its ambassador, A. B., from Sudmark": where a verb takes an object away, what it is taken away from hangs on the verb, not on the
 * object or on an apposition to it.
 */
export function origins(clause: Clause): boolean {
  let changed = false
  const { head, lemmas } = clause
  for (let preposition = 2; preposition + 1 < lemmas.length; preposition++) {
    const place = head[preposition]!
    if (lemmas[preposition] !== 'from' || place < preposition || !is(clause, preposition, 'case') || !is(clause, place, 'nmod')) continue
    let object = head[place]!
    while (object >= 0 && is(clause, object, 'appos', 'flat')) object = head[object]!
    if (object < 0 || object > preposition || !is(clause, object, 'obj')) continue
    const verb = head[object]!
    if (verb < 0 || verb > object || !clause.words.moving.has(lemmas[verb]!)) continue
    const later = head.findIndex((it, i) => i > place && it < place && it > verb)
    if (later < 0) changed = attach(clause, place, verb, 'obl')
  }
  return changed
}
