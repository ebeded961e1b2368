import { deprelAt, shortestAt, tokensIn, uposId } from '../../doc/index.js'
import type { MentionRow, QuotationRow } from '../../spec/index.js'
import { type Antecedent, antecedentOf, antecedents, placed, type Sort, within } from './antecedents.js'
import type { Binding } from './binding.js'
import { recalledAt } from './recalled.js'

const PRON = uposId.get('PRON')!
const THIRD: readonly (readonly [RegExp, ReadonlySet<Sort>])[] = [
  [/^(?:he|him|his|himself|she|her|hers|herself)$/, new Set(['person'])],
  [/^(?:they|them|their|theirs|themselves)$/, new Set(['people'])],
  [/^(?:it|its|itself)$/, new Set(['body'])],
]
const FIRST = /^(?:i|me|my|mine|myself|we|us|our|ours|ourselves)$/

interface Read {
  readonly row: MentionRow
  readonly why: string
}

/** Pronouns, and "the country", with whom they stand for and why. */
export function pronouns(at: Binding): Read[] {
  const { tokens, tags, text } = at.doc
  const found: Read[] = []
  const named = antecedents(at)
  const said = saidAt(at)
  // Pronouns that are understood carry their person on: "He said … He added …".
  const before: Antecedent[] = []
  let seen = 0
  for (let i = 0; i < tokens.length; i++) {
    for (; seen < named.length && named[seen]!.end <= i; seen++) before.push(named[seen]!)
    const word = text.slice(tokens.start[i], tokens.end[i]).toLowerCase()
    if (word === 'country' && i > 0 && /^the$/i.test(text.slice(tokens.start[i - 1], tokens.end[i - 1]))) {
      const state = lastState(at, before)
      if (state)
        found.push({
          row: { span: { from: tokens.start[i - 1]!, to: tokens.end[i]! }, kind: 'pronoun', actor: state },
          why: 'the state last named',
        })
      continue
    }
    const body = recalledAt(at, i)
    if (body !== undefined) {
      const span = { from: tokens.start[i - 1]!, to: tokens.end[i]! }
      found.push({ row: { span, kind: 'pronoun', actor: body }, why: 'the body last named whose name holds the noun' })
      continue
    }
    if (tags.upos[i] !== PRON) continue
    const quotation = said[i]! < 0 ? undefined : at.doc.speech[said[i]!]!
    const sorts = THIRD.find(([form]) => form.test(word))?.[1]
    const sex = /^(?:he|him|his|himself)$/.test(word) ? 'he' : /^(?:she|her|hers|herself)$/.test(word) ? 'she' : undefined
    const it = sorts ? ofThird(at, i, sorts, before, named, quotation, sex) : FIRST.test(word) ? ofFirst(at, named, quotation) : undefined
    if (!sorts && !it) continue
    const span = { from: tokens.start[i]!, to: tokens.end[i]! }
    found.push({
      row: { span, kind: 'pronoun', ...(it && { actor: it.actor }) },
      why: it ? 'the nearest that fits before it' : 'nobody stands before it',
    })
    if (it && sorts) before.push(placed(at, it.actor, it.sort, it.feminine || sex === 'she', i, i + 1))
  }
  return found
}

/** He, they, it: who says it in his own words ("Macron said **he** …"), else somebody before. */
function ofThird(
  at: Binding,
  i: number,
  sorts: ReadonlySet<Sort>,
  before: readonly Antecedent[],
  named: readonly Antecedent[],
  quotation: QuotationRow | undefined,
  sex: 'he' | 'she' | undefined,
): Antecedent | undefined {
  const source = quotation?.source
  const direct = quotation?.kind === 'direct'
  const teller = source && !direct ? (within(at, named, source) ?? within(at, before, source)) : undefined
  const other = antecedentOf(at, i, sorts, before, direct ? source : undefined, sex)
  if (!teller || !sorts.has(teller.sort) || !isTopSubject(at, i, quotation!) || (sex === 'he' && teller.feminine)) return other
  return sex === 'she' && !teller.feminine && other?.feminine === true ? other : teller
}

/** The subject of the very clause that is said, not of one inside it. */
function isTopSubject({ doc }: Binding, i: number, { content }: QuotationRow): boolean {
  const verb = doc.tree.head[i]!
  const above = verb < 0 ? -1 : doc.tree.head[verb]!
  if (verb < 0 || !deprelAt(doc.tree, i).startsWith('nsubj')) return false
  return above < 0 || !content.some(({ from, to }) => doc.tokens.start[above]! >= from && doc.tokens.end[above]! <= to)
}

/** I, we: who speaks. */
const ofFirst = (at: Binding, named: readonly Antecedent[], quotation: QuotationRow | undefined): Antecedent | undefined =>
  quotation?.source && within(at, named, quotation.source)

function lastState(at: Binding, before: readonly Antecedent[]): string | undefined {
  return before.findLast(({ actor }) => at.actors.get(actor)?.kind === 'state')?.actor
}

/** For each token the innermost quotation that it is part of, as an index into `speech`; -1 outside. */
function saidAt({ doc }: Binding): Int32Array {
  const parts = doc.speech.flatMap(({ content }, n) => content.map((span) => ({ ...tokensIn(doc.tokens, span), n })))
  return shortestAt(doc.tokens, parts).map((part) => (part < 0 ? part : parts[part]!.n))
}
