import { dependentsBy, deprelAt, uposAt, type Doc } from '../../doc/index.js'

/**
 * The head of what a verb of saying says, whichever way the tree has it: "said [that] C" and "“C”, said X" with the content under the verb, or "C, X said"
 * with the verb put in beside the content. `undefined` when the verb governs no content.
 */
export function contentOf({ tags, tree }: Doc<'tags' | 'tree'>, verb: number): number | undefined {
  const under = dependentsBy(tree, verb, 'ccomp')
  if (under.length > 0) return under[0]
  const head = tree.head[verb]!
  if (head >= 0 && deprelAt(tree, verb) === 'parataxis' && head < verb && dependentsBy(tree, verb, 'nsubj').length > 0) return head
  // "He said: C", with the content put in beside the verb.
  const beside = dependentsBy(tree, verb, 'parataxis').find((it) => it > verb && uposAt(tags, it) === 'VERB')
  return beside
}
