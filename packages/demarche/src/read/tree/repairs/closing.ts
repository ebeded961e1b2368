import { attach, is, partAt, type Clause } from './clause.js'

const SAYING: ReadonlySet<string> = new Set('say add announce claim report write tell declare argue note'.split(' '))

/**
 * "Rebels destroyed the bridge, the minister said.": a verb of saying with its subject that closes a sentence after a comma says all that stands
 * before. Where the parser took that for an adverbial clause it is the content; where it hung the verb on a noun as a relative clause, the
 * verb is put in beside the content.
 */
export function closing(clause: Clause): boolean {
  const { forms, lemmas, head } = clause
  let verb = forms.length - 1
  while (verb > 0 && partAt(clause, verb) === 'PUNCT') verb--
  if (verb < 3 || partAt(clause, verb) !== 'VERB' || !SAYING.has(lemmas[verb]!)) return false
  const subject = head.findIndex((it, i) => it === verb && i < verb && is(clause, i, 'nsubj'))
  if (subject < 0 || /^(?:that|which|who)$/i.test(forms[subject]!)) return false
  const comma = forms.lastIndexOf(',', subject)
  if (comma < 1) return false
  if (head[verb]! < 0) {
    const content = head.findIndex((it, i) => it === verb && i < comma && is(clause, i, 'advcl'))
    if (content < 0 || head.some((it, i) => it === content && is(clause, i, 'mark', 'case'))) return false
    return attach(clause, content, verb, 'ccomp')
  }
  if (head[verb]! > comma || !is(clause, verb, 'acl:relcl', 'acl')) return false
  return attach(clause, verb, head.indexOf(-1), 'parataxis')
}
