import { attach, is, partAt, type Clause } from './clause.js'

/** What somebody who speaks does beside it. */
const BESIDE: ReadonlySet<string> = new Set(['add', 'cite', 'quote', 'stress', 'note'])

/** "The envoy said the boats had turned back, citing a report": the participle belongs to who says it, not to what is said. */
export function beside(clause: Clause): boolean {
  let changed = false
  const { head, forms } = clause
  for (let i = 3; i < forms.length; i++) {
    if (partAt(clause, i) !== 'VERB' || !forms[i]!.endsWith('ing') || !BESIDE.has(clause.lemmas[i]!) || forms[i - 1] !== ',') continue
    const content = head[i]!
    if (content < 0 || content > i || !is(clause, i, 'advcl') || !is(clause, content, 'ccomp')) continue
    const saying = head[content]!
    // Only what hangs last on the content can be moved.
    if (saying > content || head.some((it, k) => it === content && k > i && partAt(clause, k) !== 'PUNCT')) continue
    attach(clause, i - 1, i, 'punct')
    changed = attach(clause, i, saying, 'advcl')
  }
  return changed
}
