import type { RepairWords } from './words.js'
import { deprelId, UPOS, type Deprel, type Upos } from '../../../doc/index.js'

/** One parsed piece of text as repairs see it: they change `head` and `relation`, indices within the piece, -1 at its root. */
export interface Clause {
  readonly forms: readonly string[]
  readonly lemmas: readonly string[]
  readonly upos: ArrayLike<number>
  readonly head: Int32Array
  readonly relation: Uint8Array | Int32Array
  /** Whether the word follows the one before without a space. */
  readonly joined: (i: number) => boolean
  /** What the language says of words. */
  readonly words: RepairWords
}

/** A repair of a kind of mistake that the parser makes; returns whether it changed an arc. Trees stay projective and single-rooted. */
export type Repair = (clause: Clause) => boolean

const ids = new Map<string, number>(deprelId)
export const relationId = (relation: Deprel): number => ids.get(relation)!
export const is = ({ relation }: Clause, i: number, ...names: readonly Deprel[]): boolean =>
  names.some((name) => relation[i] === relationId(name))
export const partAt = ({ upos }: Clause, i: number): Upos => UPOS[upos[i]!]!
export const isNominal = (clause: Clause, i: number): boolean => /^(?:NOUN|PROPN|PRON)$/.test(partAt(clause, i))

export function attach({ head, relation }: Clause, i: number, to: number, as: Deprel): true {
  head[i] = to
  relation[i] = relationId(as)
  return true
}

/** Whether a word other than `but` is the subject of `verb`. */
export const hasSubject = (clause: Clause, verb: number, but = -1): boolean =>
  clause.head.some((above, i) => above === verb && i !== but && is(clause, i, 'nsubj', 'nsubj:pass'))

/** Whether `i` stands under `above`. */
export function isUnder({ head }: Clause, i: number, above: number): boolean {
  let at = i
  for (let steps = 0; at >= 0 && steps <= head.length; steps++) {
    if (at === above) return true
    at = head[at]!
  }
  return false
}

/** The first of the words `from` up to `to` whose head lies outside of them. */
export function headOfRange({ head }: Clause, from: number, to: number): number {
  for (let i = from; i < to; i++) if (head[i]! < from || head[i]! >= to) return i
  return from
}
