import { dependents, deprelAt, type Name, tokensIn, xposId } from '../../doc/index.js'
import type { Span } from '../../text/index.js'
import { fold } from '../../world/index.js'
import type { Binding } from './binding.js'

/** What a pronoun can stand for: one human being, several, or a body. */
export type Sort = 'person' | 'people' | 'body'

/** Somebody whom the text has named, for whom a pronoun may stand. */
export interface Antecedent {
  readonly actor: string
  readonly sort: Sort
  /** True of a woman, so far as her names tell. */
  readonly feminine: boolean
  readonly first: number
  readonly end: number
  readonly sentence: number
  /** The subject of a clause: what the next sentences are about. */
  readonly subject: boolean
  /** The subject of the sentence itself. */
  readonly main: boolean
  /** The word that the phrase hangs on, and -1 at the top. */
  readonly governor: number
}

const PLURALS: ReadonlySet<number> = new Set([xposId.get('NNS')!, xposId.get('NNPS')!])
/** Sentences that lie between a name and its pronoun at most. */
const REACH = 2

/** The names of a document as pronouns see them, in the order of the text. */
export function antecedents(at: Binding): Antecedent[] {
  // Who is a woman by one of her names is one under all.
  const women = new Set(at.doc.names.flatMap(({ feminine }, i) => (feminine === true ? [at.bound[i]] : [])))
  return at.doc.names
    .flatMap((name, i) => {
      const actor = at.bound[i]
      const sort = actor === undefined ? undefined : sortOf(at, name, actor)
      return actor === undefined || sort === undefined
        ? []
        : [placed(at, actor, sort, women.has(actor), name.tokens.first, name.tokens.end)]
    })
    .toSorted((a, b) => a.first - b.first)
}

/** A phrase with where it stands in its sentence. */
export function placed({ doc }: Binding, actor: string, sort: Sort, feminine: boolean, first: number, end: number): Antecedent {
  let head = first
  for (let i = first; i < end; i++) if (doc.tree.head[i]! < first || doc.tree.head[i]! >= end) head = i
  const subject = deprelAt(doc.tree, head).startsWith('nsubj')
  const governor = doc.tree.head[head]!
  return {
    actor,
    sort,
    feminine,
    first,
    end,
    sentence: doc.tokens.sentence[first]!,
    subject,
    main: subject && governor >= 0 && doc.tree.head[governor]! < 0,
    governor,
  }
}

function sortOf({ doc, world, actors }: Binding, name: Name, id: string): Sort | undefined {
  const kind = actors.get(id)?.kind
  const plural = PLURALS.has(doc.tags.xpos[name.head]!)
  if (kind === 'person') return 'person'
  if (name.type === 'nationality') return plural ? 'people' : undefined
  if (kind === 'state' || kind === 'organisation') return 'body'
  const { number } = world.role(fold(doc.tags.lemma[name.head]!)) ?? {}
  if (number === 'body') return 'body'
  if (plural || number === 'people') return 'people'
  return number === 'person' || name.type === 'office' ? 'person' : undefined
}

/**
 * For whom the pronoun at `token` stands: of those before it that fit, a subject before another, and the nearer sentence before the farther one. No woman is "he", and "she" is rather who bears a woman's name. Whoever acts in
 * the same clause is not its own object ("he saw **him**"), and nobody speaks of himself as "he" within quotation marks.
 */
export function antecedentOf(
  { doc }: Binding,
  token: number,
  sorts: ReadonlySet<Sort>,
  before: readonly Antecedent[],
  speaker: Span | undefined,
  sex?: 'he' | 'she',
): Antecedent | undefined {
  const sentence = doc.tokens.sentence[token]!
  const relation = deprelAt(doc.tree, token)
  const isObject = relation === 'obj' || relation === 'iobj' || relation.startsWith('obl')
  const own = actingVerb(doc, doc.tree.head[token]!)
  const self = isObject ? before.findLast(({ subject, governor }) => subject && governor === own)?.actor : undefined
  let best: Antecedent | undefined
  let most = -Infinity
  for (let i = before.length - 1; i >= 0 && before[i]!.sentence >= sentence - REACH; i--) {
    const it = before[i]!
    if (!sorts.has(it.sort) || it.end > token || (sex === 'he' && it.feminine)) continue
    if (it.actor === self) continue
    if (speaker && doc.tokens.start[it.first]! < speaker.to && doc.tokens.end[it.end - 1]! > speaker.from) continue
    const score =
      (sex === 'she' && it.feminine ? 4 : 0) +
      (it.subject ? 2 : 0) +
      (it.main && it.sentence < sentence ? 0.25 : 0) -
      1.5 * (sentence - it.sentence)
    if (score > most) [best, most] = [it, score]
  }
  return best
}

/** The verb whose subject a verb shares: the first of those that "and" joins. */
function actingVerb({ tree }: Binding['doc'], verb: number): number {
  let at = verb
  for (let n = 0; n < 6 && at >= 0 && deprelAt(tree, at) === 'conj' && !hasSubject(tree, at); n++) at = tree.head[at]!
  return at
}

const hasSubject = (tree: Binding['doc']['tree'], verb: number): boolean =>
  dependents(tree, verb).some((kid) => deprelAt(tree, kid).startsWith('nsubj'))

/** The one of `all` that is written within a span. */
export function within({ doc }: Binding, all: readonly Antecedent[], span: Span): Antecedent | undefined {
  const { first, end } = tokensIn(doc.tokens, span)
  return all.find((it) => it.first < end && it.end > first)
}
