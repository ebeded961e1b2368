import { attach, headOfRange, is, isNominal, partAt, type Clause } from './clause.js'

/**
 * "According to X, Y did Z": X is the source, never the subject. Where the parser took X for the subject and Y for something beside X, Y
 * becomes the subject and X an oblique.
 */
export function according(clause: Clause): boolean {
  const { forms, head } = clause
  if (!/^according$/i.test(forms[0] ?? '') || forms[1] !== 'to') return false
  const comma = forms.indexOf(',')
  if (comma < 3) return false
  const source = headOfRange(clause, 2, comma)
  const verb = head[source]!
  if (verb < comma || !is(clause, source, 'nsubj', 'nsubj:pass', 'csubj', 'dep')) return false
  const subjectAs = is(clause, source, 'nsubj:pass') ? 'nsubj:pass' : 'nsubj'
  const subject = forms.findIndex((_, i) => i > comma && i < verb && head[i] === source && isNominal(clause, i))
  attach(clause, source, verb, 'obl')
  if (subject > comma) {
    attach(clause, subject, verb, subjectAs)
    for (let i = comma; i < verb; i++)
      if (head[i] === source && (partAt(clause, i) === 'PUNCT' || i > comma)) head[i] = i < subject ? verb : subject
  }
  return true
}
