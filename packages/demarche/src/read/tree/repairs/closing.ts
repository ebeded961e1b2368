import { attach, is, isNominal, partAt, type Clause } from './clause.js'

/** What a noun phrase is made of. */
const PHRASE: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PRON', 'CCONJ', 'ADP', 'PART'])

/**
 * "Rebels destroyed the bridge, the minister said.": a verb of saying with its subject after a comma says all that stands before. Where the parser took
 * that for an adverbial clause it is the content; where it hung the verb or its subject on a noun before ("… the suburb, residents and an activist said"),
 * both are put in beside the content.
 */
export function closing(clause: Clause): boolean {
  let changed = false
  for (let verb = 3; verb < clause.forms.length; verb++)
    if (partAt(clause, verb) === 'VERB' && clause.words['said-at-the-end'].has(clause.lemmas[verb]!) && !goesOn(clause, verb))
      changed = besideContent(clause, verb) || changed
  return changed
}

/** What is said stands after the verb. */
function goesOn(clause: Clause, verb: number): boolean {
  if (clause.forms[verb + 1] === 'that' || clause.forms[verb + 1] === ':') return true
  return clause.head.some((it, i) => it === verb && i > verb && is(clause, i, 'ccomp', 'xcomp'))
}

function besideContent(clause: Clause, verb: number): boolean {
  const { head, forms } = clause
  const comma = commaBefore(clause, verb)
  if (comma < 1) return false
  const root = head.indexOf(-1)
  if (root === verb) {
    for (let i = comma - 1; i <= comma; i++) if (partAt(clause, i) === 'PUNCT' && head[i]! > comma) attach(clause, i, verb, 'punct')
    return asContent(clause, verb, comma) || asSubject(clause, verb, comma)
  }
  if (root >= comma || !isStatement(clause, root, comma)) return false
  // A relative clause begins at its pronoun, and what is linked by "and" is no aside.
  if (/^(?:that|which|who|whom|whose)$/i.test(forms[comma + 1]!) || partAt(clause, comma + 1) === 'CCONJ') return false
  if (head[verb] === root && is(clause, verb, 'parataxis') && head.some((it, i) => it === verb && i > comma && is(clause, i, 'nsubj')))
    return false
  for (let i = 0; i < comma; i++)
    if (head[i]! >= comma) {
      if (partAt(clause, i) !== 'PUNCT') return false
      attach(clause, i, root, 'punct')
    }
  asSubject(clause, verb, comma)
  attach(clause, comma, verb, 'punct')
  return attach(clause, verb, root, 'parataxis')
}

/** Makes the phrase between the comma and the verb the verb's subject. */
function asSubject(clause: Clause, verb: number, comma: number): boolean {
  const { head } = clause
  if (head.some((it, i) => it === verb && i > comma && i < verb && is(clause, i, 'nsubj'))) return false
  let subject = -1
  for (let i = comma + 1; i < verb; i++) {
    const outside = head[i]! <= comma || head[i]! >= verb
    if (outside && subject < 0 && isNominal(clause, i)) attach(clause, (subject = i), verb, 'nsubj')
    else if (outside && subject >= 0) attach(clause, i, subject, isNominal(clause, i) ? 'conj' : 'dep')
  }
  if (subject < 0) return false
  for (let i = comma + 1; i < subject; i++) if (head[i]! <= comma || head[i]! >= verb) attach(clause, i, subject, 'dep')
  return true
}

/** The verb heads the sentence, and the clause before it hangs on it as an adverbial. */
function asContent(clause: Clause, verb: number, comma: number): boolean {
  const content = clause.head.findIndex((it, i) => it === verb && i < comma && is(clause, i, 'advcl'))
  if (content < 0 || !isStatement(clause, content, comma)) return false
  return attach(clause, content, verb, 'ccomp')
}

/** The comma, or the comma and closing mark, before the noun phrase that ends at the verb; -1 where something else stands there. */
function commaBefore(clause: Clause, verb: number): number {
  const { forms } = clause
  if (!isNominal(clause, verb - 1)) return -1
  let at = verb - 1
  while (at > 0 && (PHRASE.has(partAt(clause, at)) || /^[-–]$/.test(forms[at]!))) at--
  if (/^["”’']{1,2}$/.test(forms[at]!) && forms[at - 1] === ',') return at
  return forms[at] === ',' ? at : -1
}

/** A clause with its subject that no word makes a circumstance ("when", "after"). */
function isStatement(clause: Clause, top: number, comma: number): boolean {
  const { head } = clause
  if (head.some((it, i) => it === top && is(clause, i, 'mark', 'case'))) return false
  return head.some((it, i) => it === top && i < comma && is(clause, i, 'nsubj', 'nsubj:pass', 'expl'))
}
