import { deprelAt, dependents, spanOf, type StatusCue } from '../../doc/index.js'
import type { Table } from './lexicon.js'
import { child, isDefinite, lemmaAt, lower, type Read } from './syntax.js'

/**
 * What makes "would" tell of the past and not of a plan: a habit ("would often meet the rebels"), or a landmark that nobody foresees and that is therefore
 * behind whoever speaks ("they would meet before the war"). The words are the kind `landmark` of the table.
 */
export function pastOf(table: Table, doc: Read, at: number): StatusCue | undefined {
  for (const kid of dependents(doc.tree, at)) {
    const relation = deprelAt(doc.tree, kid)
    const entries = table.landmark.get(lemmaAt(doc, kid)) ?? table.landmark.get(lower(doc, kid))
    if (!entries) continue
    const introduced = child(doc, kid, 'case')
    const entry =
      relation === 'advmod'
        ? entries.get('-')
        : relation.startsWith('obl') && introduced >= 0
          ? entries.get(lemmaAt(doc, introduced))
          : undefined
    if (entry && (relation === 'advmod' || isDefinite(doc, kid))) return { span: spanOf(doc.tokens, kid), why: entry.why }
  }
  return undefined
}
