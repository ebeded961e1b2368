import { NONE, type State } from './state.js'

// The atoms that feature templates are made of (`training/src/templates/structure.txt`, `relations.txt`). Words have five or six each:
// w word, t tag, m lemma, u UPOS, c cluster, l relation to its head. s0 … are the stack from its top, b0 … the buffer; s0l is the last left dependent
// of s0, s0l2 the one before it. The others: d distances, vl/vr number and sl/sr set of dependents, c the preposition, pb/p1 punctuation between,
// vb/v1 verbs between, sn depth of the stack, cj coordinated.

const NODES = [
  's0',
  's1',
  's2',
  's3',
  'b0',
  'b1',
  'b2',
  'b3',
  's0l',
  's0l2',
  's0r',
  's0r2',
  's1l',
  's1l2',
  's1r',
  's1r2',
  'b0l',
  'b0l2',
  's2r',
  's2l',
] as const
const OTHERS = [
  'd',
  'd1',
  's0vl',
  's0vr',
  's1vl',
  's1vr',
  'b0vl',
  's0sl',
  's0sr',
  's1sl',
  's1sr',
  'b0sl',
  's0c',
  's1c',
  'b0c',
  'pb',
  'p1',
  'vb',
  'v1',
  'sn',
  'cj0',
  'cj1',
] as const
export const STRUCTURE_ATOMS: readonly string[] = [
  ...NODES.flatMap((node) => ['w', 't', 'm', 'u', 'c', 'l'].map((it) => `${node}.${it}`)),
  ...OTHERS,
]

const RELATION_NODES = ['d', 'h', 'dl', 'dl2', 'dr', 'dr2', 'hl', 'hr', 'hl2', 'hr2', 'dp', 'dn', 'hp', 'hn'] as const
const RELATION_OTHERS = ['dir', 'dist', 'dc', 'hc', 'dsl', 'dsr', 'hsl', 'hsr', 'pb', 'vb', 'dvl', 'dvr', 'hvl', 'hvr'] as const
export const RELATION_ATOMS: readonly string[] = [
  ...RELATION_NODES.flatMap((node) => ['w', 't', 'm', 'u', 'l'].map((it) => `${node}.${it}`)),
  ...RELATION_OTHERS,
]

const distance = (from: number, to: number): number => {
  const it = to - from
  return it < 5 ? it : it < 8 ? 6 : it < 14 ? 8 : 9
}

/** What stands between two words: punctuation kinds as bits, and the verbs (up to three, 4 for an auxiliary) in the high half. */
function between(kind: Uint8Array, from: number, to: number): number {
  let marks = 0
  let verbs = 0
  for (let i = from + 1; i < to; i++) {
    const it = kind[i]!
    if (it === 0) continue
    if (it === 6) verbs = verbs < 3 ? verbs + 1 : 3
    else if (it === 8) verbs |= 4
    else marks |= 1 << it
  }
  return marks | (verbs << 16)
}

function putWord(A: Int32Array, at: number, state: State, i: number): void {
  if (i < 0) {
    A[at] = A[at + 1] = A[at + 2] = A[at + 3] = A[at + 4] = A[at + 5] = NONE
    return
  }
  const { input } = state
  A[at] = input.word[i]!
  A[at + 1] = input.tag[i]!
  A[at + 2] = input.lemma[i]!
  A[at + 3] = input.upos[i]!
  A[at + 4] = input.cluster[i]!
  const relation = state.relation[i]!
  A[at + 5] = relation < 0 ? NONE : state.kinds.hashes[relation]!
}

/** Fills `A` with the atoms that decide the next move. */
export function structureAtoms(state: State, A: Int32Array): void {
  const { stack, depth, next, length } = state
  const s0 = depth > 0 ? stack[depth - 1]! : -1
  const s1 = depth > 1 ? stack[depth - 2]! : -1
  const s2 = depth > 2 ? stack[depth - 3]! : -1
  putWord(A, 0, state, s0)
  putWord(A, 6, state, s1)
  putWord(A, 12, state, s2)
  putWord(A, 18, state, depth > 3 ? stack[depth - 4]! : -1)
  putWord(A, 24, state, next)
  putWord(A, 30, state, next + 1 <= length ? next + 1 : -1)
  putWord(A, 36, state, next + 2 <= length ? next + 2 : -1)
  putWord(A, 42, state, next + 3 <= length ? next + 3 : -1)
  putWord(A, 48, state, s0 < 0 ? -1 : state.left1[s0]!)
  putWord(A, 54, state, s0 < 0 ? -1 : state.left2[s0]!)
  putWord(A, 60, state, s0 < 0 ? -1 : state.right1[s0]!)
  putWord(A, 66, state, s0 < 0 ? -1 : state.right2[s0]!)
  putWord(A, 72, state, s1 < 0 ? -1 : state.left1[s1]!)
  putWord(A, 78, state, s1 < 0 ? -1 : state.left2[s1]!)
  putWord(A, 84, state, s1 < 0 ? -1 : state.right1[s1]!)
  putWord(A, 90, state, s1 < 0 ? -1 : state.right2[s1]!)
  putWord(A, 96, state, state.left1[next]!)
  putWord(A, 102, state, state.left2[next]!)
  putWord(A, 108, state, s2 < 0 ? -1 : state.right1[s2]!)
  putWord(A, 114, state, s2 < 0 ? -1 : state.left1[s2]!)
  otherAtoms(state, A, s0, s1)
}

function otherAtoms(state: State, A: Int32Array, s0: number, s1: number): void {
  const { next, depth, input } = state
  A[120] = s0 < 0 ? -1 : distance(s0, next)
  A[121] = s1 < 0 ? -1 : distance(s1, s0)
  A[122] = s0 < 0 ? -1 : state.leftCount[s0]!
  A[123] = s0 < 0 ? -1 : state.rightCount[s0]!
  A[124] = s1 < 0 ? -1 : state.leftCount[s1]!
  A[125] = s1 < 0 ? -1 : state.rightCount[s1]!
  A[126] = state.leftCount[next]!
  A[127] = s0 < 0 ? -1 : state.leftSet[s0]!
  A[128] = s0 < 0 ? -1 : state.rightSet[s0]!
  A[129] = s1 < 0 ? -1 : state.leftSet[s1]!
  A[130] = s1 < 0 ? -1 : state.rightSet[s1]!
  A[131] = state.leftSet[next]!
  A[132] = s0 < 0 ? -1 : state.intro[s0]!
  A[133] = s1 < 0 ? -1 : state.intro[s1]!
  A[134] = state.intro[next]!
  const near = s0 < 0 ? -1 : between(input.kind, s0, next)
  const far = s1 < 0 ? -1 : between(input.kind, s1, s0)
  A[135] = near < 0 ? -1 : near & 0xffff
  A[136] = far < 0 ? -1 : far & 0xffff
  A[137] = near >> 16
  A[138] = far >> 16
  A[139] = depth < 5 ? depth : 5
  A[140] = s0 < 0 ? -1 : state.joined[s0]!
  A[141] = s1 < 0 ? -1 : state.joined[s1]!
}

function putNear(A: Int32Array, at: number, state: State, i: number): void {
  if (i < 0 || i > state.length) {
    A[at] = A[at + 1] = A[at + 2] = A[at + 3] = A[at + 4] = NONE
    return
  }
  const { input } = state
  A[at] = input.word[i]!
  A[at + 1] = input.tag[i]!
  A[at + 2] = input.lemma[i]!
  A[at + 3] = input.upos[i]!
  const relation = state.relation[i]!
  A[at + 4] = relation < 0 ? NONE : state.kinds.hashes[relation]!
}

/** Fills `A` with the atoms that decide the relation of a dependent to a head, before the arc is drawn. */
export function relationAtoms(state: State, head: number, dependent: number, move: number, A: Int32Array): void {
  putNear(A, 0, state, dependent)
  putNear(A, 5, state, head)
  putNear(A, 10, state, state.left1[dependent]!)
  putNear(A, 15, state, state.left2[dependent]!)
  putNear(A, 20, state, state.right1[dependent]!)
  putNear(A, 25, state, state.right2[dependent]!)
  putNear(A, 30, state, state.left1[head]!)
  putNear(A, 35, state, state.right1[head]!)
  putNear(A, 40, state, state.left2[head]!)
  putNear(A, 45, state, state.right2[head]!)
  putNear(A, 50, state, dependent - 1)
  putNear(A, 55, state, dependent + 1)
  putNear(A, 60, state, head - 1)
  putNear(A, 65, state, head + 1)
  const from = Math.min(head, dependent)
  const to = Math.max(head, dependent)
  const both = between(state.input.kind, from, to)
  A[70] = move
  A[71] = distance(from, to)
  A[72] = state.intro[dependent]!
  A[73] = state.intro[head]!
  A[74] = state.leftSet[dependent]!
  A[75] = state.rightSet[dependent]!
  A[76] = state.leftSet[head]!
  A[77] = state.rightSet[head]!
  A[78] = both & 0xffff
  A[79] = both >> 16
  A[80] = state.leftCount[dependent]!
  A[81] = state.rightCount[dependent]!
  A[82] = state.leftCount[head]!
  A[83] = state.rightCount[head]!
}
