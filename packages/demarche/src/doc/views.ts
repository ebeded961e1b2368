import type { Span } from '../text/index.js'
import type { Doc } from './doc.js'
import { DEPREL, UPOS, XPOS, type Deprel, type Tags, type TokenRange, type Tokens, type Tree, type Upos, type Xpos } from './tokens.js'

// Light views over the columns. The `!` of column reads lives here and in hot loops only.

export const spanOf = ({ start, end }: Tokens, i: number): Span => ({ from: start[i]!, to: end[i]! })

/** The characters that a range of tokens covers; an empty range covers nothing at its first token's start. */
export function spanOfRange({ start, end }: Tokens, { first, end: last }: TokenRange): Span {
  return { from: start[first]!, to: last > first ? end[last - 1]! : start[first]! }
}

export const wordAt = ({ text, tokens }: Doc<'tokens'>, i: number): string => text.slice(tokens.start[i]!, tokens.end[i]!)
export const uposAt = ({ upos }: Tags, i: number): Upos => UPOS[upos[i]!]!
export const xposAt = ({ xpos }: Tags, i: number): Xpos => XPOS[xpos[i]!]!
export const deprelAt = ({ deprel }: Tree, i: number): Deprel => DEPREL[deprel[i]!]!

/** The dependents of token `i`, in order. */
export const dependents = ({ kids, kidsFrom }: Tree, i: number): Uint32Array => kids.subarray(kidsFrom[i]!, kidsFrom[i + 1]!)

/** The dependents of `i` by one relation; `nsubj` takes its subtypes (`nsubj:pass`) too. */
export function dependentsBy(tree: Tree, i: number, relation: string): number[] {
  const found: number[] = []
  for (let k = tree.kidsFrom[i]!; k < tree.kidsFrom[i + 1]!; k++) {
    const own = deprelAt(tree, tree.kids[k]!)
    if (own.startsWith(relation) && (own.length === relation.length || own[relation.length] === ':')) found.push(tree.kids[k]!)
  }
  return found
}

/** The tokens of the subtree of `i` as one range, first to last (trees are projective). */
export function subtree(tree: Tree, i: number): TokenRange {
  let first = i
  for (let kids = dependents(tree, i); kids.length > 0 && kids[0]! < first; kids = dependents(tree, first)) first = kids[0]!
  let last = i
  for (let kids = dependents(tree, i); kids.length > 0 && kids.at(-1)! > last; kids = dependents(tree, last)) last = kids.at(-1)!
  return { first, end: last + 1 }
}

/** Index of the token that holds the character `at`, or the first one after it; `length` when there is none. */
export function tokenAt({ end, length }: Tokens, at: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (end[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** The tokens that a span touches. */
export function tokensIn(tokens: Tokens, { from, to }: Span): TokenRange {
  const first = tokenAt(tokens, from)
  let end = first
  while (end < tokens.length && tokens.start[end]! < to) end++
  return { first, end }
}

/** For each token the shortest of `ranges` that holds it, the later of two alike, as an index; -1 where none does. */
export function shortestAt(tokens: Tokens, ranges: readonly TokenRange[]): Int32Array {
  const at = new Int32Array(tokens.length).fill(-1)
  const width = (n: number): number => ranges[n]!.end - ranges[n]!.first
  for (const n of [...ranges.keys()].toSorted((a, b) => width(b) - width(a) || a - b)) at.fill(n, ranges[n]!.first, ranges[n]!.end)
  return at
}

/** Fills `kidsFrom` and `kids` from `head`. */
export function kidsOf(head: Int32Array): { kidsFrom: Uint32Array; kids: Uint32Array } {
  const kidsFrom = new Uint32Array(head.length + 1)
  for (const it of head) if (it >= 0) kidsFrom[it + 1]!++
  for (let i = 0; i < head.length; i++) kidsFrom[i + 1]! += kidsFrom[i]!
  const next = kidsFrom.slice()
  const kids = new Uint32Array(kidsFrom[head.length]!)
  for (let i = 0; i < head.length; i++) if (head[i]! >= 0) kids[next[head[i]!]!++] = i
  return { kidsFrom, kids }
}
