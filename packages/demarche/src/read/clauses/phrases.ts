import { type Doc, deprelAt, dependents, type Filler, PREPOSITION_ROLES, type Tree, uposAt, xposAt } from '../../doc/index.js'

export type Parsed = Doc<'tokens' | 'sentences' | 'tags' | 'tree'>
export type Roles = Record<string, Filler[]>

/** Relations inside a noun phrase proper: what names its head, without clauses, appositions and further members of a list. */
const INNER: ReadonlySet<string> = new Set([
  'det',
  'det:predet',
  'amod',
  'compound',
  'nummod',
  'flat',
  'nmod:poss',
  'fixed',
  'goeswith',
  'nmod:desc',
  'case',
  'nmod',
  'advmod',
])

/** The phrase of a head: its modifiers and *of*-complements, without leading preposition, clauses, appositions or further members. */
export function phraseOf({ tags, tree }: Parsed, head: number): { first: number; end: number } {
  let first = head
  let end = head + 1
  const walk = (i: number, top: boolean): void => {
    for (const kid of dependents(tree, i)) {
      const relation = deprelAt(tree, kid)
      if (
        !INNER.has(relation) ||
        (top && relation === 'case' && tags.lemma[kid] !== "'s") ||
        (relation === 'nmod' && caseOf({ tags, tree } as Parsed, kid) !== 'of')
      )
        continue
      if (top && relation === 'advmod' && kid > head) continue
      first = Math.min(first, kid)
      end = Math.max(end, kid + 1)
      walk(kid, false)
    }
  }
  walk(head, true)
  return { first, end }
}

export const filler = (doc: Parsed, head: number, how: string): Filler => ({ head, ...phraseOf(doc, head), how })

/** The head and the further members of its list: "A, B and C" is three. */
export function members(doc: Parsed, head: number, how: string): Filler[] {
  const found = [filler(doc, head, how)]
  for (const kid of dependents(doc.tree, head)) {
    if (deprelAt(doc.tree, kid) !== 'conj' || kid < head) continue
    const upos = uposAt(doc.tags, kid)
    if (upos !== 'VERB' && upos !== 'AUX') found.push(...members(doc, kid, how))
  }
  return found
}

/** The lemma of the preposition that marks a phrase, or of the mark of a clause. */
export function caseOf({ tags, tree }: Parsed, i: number): string | undefined {
  for (const kid of dependents(tree, i)) {
    const relation = deprelAt(tree, kid)
    if ((relation === 'case' || relation === 'mark') && tags.lemma[kid] !== "'s" && tags.lemma[kid] !== '’s') return tags.lemma[kid]
  }
  return undefined
}

export const add = (roles: Roles, role: string, fillers: readonly Filler[]): void => {
  const have = (roles[role] ??= [])
  for (const it of fillers) if (!have.some(({ head }) => head === it.head)) have.push(it)
}

/** Adds the object of a preposition under its role. */
export function addCase(doc: Parsed, roles: Roles, i: number, how: string): void {
  const role = PREPOSITION_ROLES[caseOf(doc, i) ?? caseInNumber(doc, i) ?? '']
  if (role !== undefined) add(roles, role, members(doc, i, how))
}

/** "complained **over** two raids", where the tree reads "more than two". */
function caseInNumber({ tags, tree }: Parsed, i: number): string | undefined {
  const number = kidBy(tree, i, 'nummod')
  return number !== undefined && number > 0 && tags.lemma[number - 1] === 'over' && tree.head[number - 1] === number ? 'over' : undefined
}

export function kidBy(tree: Tree, i: number, relation: string): number | undefined {
  for (const kid of dependents(tree, i)) if (deprelAt(tree, kid) === relation) return kid
  return undefined
}

const RELATIVE: ReadonlySet<string> = new Set(['WDT', 'WP', 'WP$', 'WRB'])
/** A relative pronoun; "that" counts when it hangs as an argument. */
export const isRelative = ({ tags }: Parsed, i: number): boolean =>
  RELATIVE.has(xposAt(tags, i)) || (tags.lemma[i] === 'that' && uposAt(tags, i) === 'PRON')
