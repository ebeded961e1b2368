import { attach, is, isUnder, partAt, type Clause } from './clause.js'

/** "The envoy said the boats had turned back, citing a report": the participle belongs to who says it, not to what is said. */
export function beside(clause: Clause): boolean {
  let changed = false
  const { head, forms } = clause
  for (let i = 3; i < forms.length; i++) {
    if (
      partAt(clause, i) !== 'VERB' ||
      !forms[i]!.endsWith('ing') ||
      !clause.words['told-beside'].has(clause.lemmas[i]!) ||
      forms[i - 1] !== ','
    )
      continue
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

/** "The mission, citing witnesses, said …": the participle belongs to the verb of its subject, and what is cited is its object, no second subject. */
export function between(clause: Clause): boolean {
  let changed = false
  const { forms, head, lemmas, words } = clause
  for (let i = 2; i + 2 < forms.length; i++) {
    if (!forms[i]!.endsWith('ing') || !words['drawn-on'].has(lemmas[i]!) || partAt(clause, i) !== 'VERB' || forms[i - 1] !== ',') continue
    const comma = forms.indexOf(',', i)
    const subject = head.findLastIndex((verb, k) => k < i - 1 && verb > comma && comma > 0 && is(clause, k, 'nsubj'))
    if (subject < 0 || !isUnder(clause, i, subject)) continue
    const cited = is(clause, i, 'amod') && head[i]! > i && head[i]! < comma && head[head[i]!] === subject ? head[i]! : -1
    if (cited < 0 && head[i] !== subject) continue
    const verb = head[subject]!
    // Only what stands between the commas goes along.
    const stray = head.some((_, k) => (k > comma || k < i - 1) && k !== i && isUnder(clause, k, cited < 0 ? i : cited))
    const left = head.some((_, k) => k > i && k < comma && !isUnder(clause, k, cited < 0 ? i : cited))
    if (stray || left) continue
    if (cited >= 0) attach(clause, cited, i, 'obj')
    attach(clause, i - 1, i, 'punct')
    attach(clause, comma, i, 'punct')
    changed = attach(clause, i, verb, 'advcl')
  }
  return changed
}
