import { dependents, deprelAt, uposAt } from '../doc/index.js'
import type { Read } from './party.js'

/** The tokens of a verb among joined ones: from its own "and" to that of the next. */
export function conjunct({ tree, tags, tokens, sentences }: Read, verb: number): { first: number; end: number } {
  const sentence = sentences[tokens.sentence[verb]!]!.tokens
  const joint = (it: number): number => [...dependents(tree, it)].find((kid) => deprelAt(tree, kid) === 'cc' && kid < it) ?? it
  const first =
    deprelAt(tree, verb) === 'conj' && tree.head[verb]! >= 0 && uposAt(tags, tree.head[verb]!) === 'VERB' ? joint(verb) : sentence.first
  const next = [...dependents(tree, verb)].find((kid) => kid > verb && deprelAt(tree, kid) === 'conj' && uposAt(tags, kid) === 'VERB')
  return { first, end: next === undefined ? sentence.end : joint(next) }
}
