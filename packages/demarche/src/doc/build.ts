import type { ArticleRow } from '../spec/index.js'
import { Problem } from '../text/index.js'
import type { Doc } from './doc.js'
import { deprelId, uposId, xposId } from './tokens.js'
import { kidsOf } from './views.js'

/** An article of bare text, as tests and libraries make it. */
export const articleOf = (text: string, published?: string): ArticleRow => ({
  text,
  language: 'en',
  removed: [],
  related: [],
  ...(published === undefined ? {} : { published: { day: published, basis: 'given' as const } }),
})

/**
 * Builds a document by hand, for tests that need no model: one token a cell, `form/lemma/UPOS/head/deprel`, `head` counted from 1 in its sentence and 0
 * at the root; sentences are lines. An XPOS may follow as a sixth part. `docFrom('Armenia/Armenia/PROPN/2/nsubj left/leave/VERB/0/root')`.
 */
export function docFrom(lines: string, published?: string): Doc<'tokens' | 'sentences' | 'tags' | 'tree'> {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  const cells = rows.flat()
  const length = cells.length
  const columns = { start: new Uint32Array(length), end: new Uint32Array(length), sentence: new Uint32Array(length) }
  const tags = { upos: new Uint8Array(length), xpos: new Uint8Array(length), lemma: [] as string[] }
  const head = new Int32Array(length)
  const deprel = new Uint8Array(length)
  const sentences = []
  let text = ''
  let i = 0
  for (const [number, row] of rows.entries()) {
    const first = i
    for (const cell of row) {
      const [form, lemma, upos, governor, relation, xpos] = cell.split('/')
      if (
        form === undefined ||
        lemma === undefined ||
        upos === undefined ||
        governor === undefined ||
        relation === undefined ||
        !deprelId.has(relation)
      ) {
        throw new Problem({
          reason: 'bad-cell',
          place: `cell “${cell}”`,
          fault: 'is not form/lemma/UPOS/head/deprel',
          cure: 'write all five parts with a known relation',
        })
      }
      if (i > 0 && !/^[.,;:?!)”’]|^n't$|^'s$/.test(form)) text += ' '
      columns.start[i] = text.length
      text += form
      columns.end[i] = text.length
      columns.sentence[i] = number
      tags.upos[i] = uposId.get(upos) ?? 0
      tags.xpos[i] = xposId.get(xpos ?? '_') ?? 0
      tags.lemma.push(lemma)
      head[i] = Number(governor) === 0 ? -1 : first + Number(governor) - 1
      deprel[i] = deprelId.get(relation)!
      i++
    }
    sentences.push({
      tokens: { first, end: i },
      span: { from: columns.start[first]!, to: columns.end[i - 1]! },
      paragraph: 0,
      kind: 'prose' as const,
    })
  }
  return {
    article: articleOf(text, published),
    text,
    tokens: { length, ...columns },
    sentences,
    tags,
    tree: { head, deprel, confidence: new Uint8Array(length).fill(255), ...kidsOf(head) },
  }
}
