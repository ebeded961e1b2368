import { hashString } from '../model/index.js'

/** What stands where there is nothing. */
export const NONE = hashString('<none>')
/** The root of a sentence, which stands after its last word. */
export const ROOT = hashString('<root>')

export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2

/** What the parser sees of the words of one sentence; row `length` is the root. */
export interface Input {
  length: number
  readonly word: Int32Array
  readonly tag: Int32Array
  readonly lemma: Int32Array
  readonly upos: Int32Array
  readonly cluster: Int32Array
  /** Index of the UPOS. */
  readonly part: Uint8Array
  /** Kind of sign for what stands between two words: 1 comma, 2 quote, 3 dash or colon, 4 bracket, 5 other mark, 6 verb, 7 conjunction, 8 auxiliary, 0 else. */
  readonly kind: Uint8Array
}

export const inputOf = (size: number): Input => ({
  length: 0,
  word: new Int32Array(size + 1),
  tag: new Int32Array(size + 1),
  lemma: new Int32Array(size + 1),
  upos: new Int32Array(size + 1),
  cluster: new Int32Array(size + 1),
  part: new Uint8Array(size + 1),
  kind: new Uint8Array(size + 1),
})

/** Relations that say what introduces a phrase (the preposition), and those that say it is coordinated. */
export interface Kinds {
  readonly hashes: Int32Array
  readonly introduces: Uint8Array
  readonly coordinates: Uint8Array
}

/** A parse under way (arc-hybrid): a stack, the next word of the buffer, and the arcs so far with what features ask of them. */
export class State {
  input!: Input
  length = 0
  depth = 0
  next = 0
  readonly stack: Int32Array
  readonly head: Int32Array
  readonly relation: Int32Array
  readonly left1: Int32Array
  readonly left2: Int32Array
  readonly right1: Int32Array
  readonly right2: Int32Array
  /** The moves so far, and the sum of their scores. */
  readonly moves: Uint8Array
  made = 0
  score = 0
  /** How far the move that gave a word its head was ahead of the next best one; negative where it was behind. */
  readonly margin: Float64Array
  readonly leftCount: Uint8Array
  readonly rightCount: Uint8Array
  /** Hash of the relations on each side, in order. */
  readonly leftSet: Int32Array
  readonly rightSet: Int32Array
  /** The word that introduces a phrase: its preposition or conjunction. */
  readonly intro: Int32Array
  readonly joined: Int32Array

  constructor(
    size: number,
    readonly kinds: Kinds,
  ) {
    const column = (): Int32Array => new Int32Array(size + 1)
    this.stack = column()
    this.head = column()
    this.relation = column()
    this.left1 = column()
    this.left2 = column()
    this.right1 = column()
    this.right2 = column()
    this.leftSet = column()
    this.rightSet = column()
    this.intro = column()
    this.joined = column()
    this.moves = new Uint8Array(2 * size + 2)
    this.margin = new Float64Array(size + 1)
    this.leftCount = new Uint8Array(size + 1)
    this.rightCount = new Uint8Array(size + 1)
  }

  reset(input: Input): this {
    const end = input.length + 1
    this.input = input
    this.length = input.length
    this.depth = 0
    this.next = 0
    this.made = 0
    this.score = 0
    for (const column of [this.head, this.relation, this.left1, this.left2, this.right1, this.right2]) column.fill(-1, 0, end)
    for (const column of [this.leftSet, this.rightSet, this.joined, this.leftCount, this.rightCount]) column.fill(0, 0, end)
    this.intro.fill(NONE, 0, end)
    return this
  }

  /** Becomes a copy of another state of the same input. */
  copy(from: State): this {
    const { length, depth, made } = from
    // Rows after the front of a buffer are empty; those that this state had reached are made so again.
    const end = Math.max(this.next, from.next)
    this.input = from.input
    this.length = length
    this.depth = depth
    this.next = from.next
    this.made = made
    this.score = from.score
    for (let i = 0; i < depth; i++) this.stack[i] = from.stack[i]!
    for (let i = 0; i < made; i++) this.moves[i] = from.moves[i]!
    for (let i = 0; i <= end; i++) {
      this.head[i] = from.head[i]!
      this.relation[i] = from.relation[i]!
      this.left1[i] = from.left1[i]!
      this.left2[i] = from.left2[i]!
      this.right1[i] = from.right1[i]!
      this.right2[i] = from.right2[i]!
      this.leftSet[i] = from.leftSet[i]!
      this.rightSet[i] = from.rightSet[i]!
      this.intro[i] = from.intro[i]!
      this.joined[i] = from.joined[i]!
      this.leftCount[i] = from.leftCount[i]!
      this.rightCount[i] = from.rightCount[i]!
      this.margin[i] = from.margin[i]!
    }
    return this
  }

  get done(): boolean {
    return this.next >= this.length && this.depth === 0
  }

  /** Bits of the allowed moves. The root is never shifted, and takes exactly one dependent. */
  allowed(): number {
    const shift = this.next < this.length ? 1 << SHIFT : 0
    const left = this.depth > 0 && !(this.next === this.length && this.depth > 1) ? 1 << LEFT : 0
    const right = this.depth > 1 ? 1 << RIGHT : 0
    return shift | left | right
  }

  shift(): void {
    this.stack[this.depth++] = this.next++
  }

  /** The head that a LEFT or RIGHT move gives to the top of the stack. */
  headOf(move: number): number {
    return move === LEFT ? this.next : this.stack[this.depth - 2]!
  }

  /** Takes the top of the stack as the dependent of the front of the buffer. */
  attachLeft(relation: number): void {
    const dependent = this.stack[--this.depth]!
    const head = this.next
    this.head[dependent] = head
    this.relation[dependent] = relation
    this.left2[head] = this.left1[head]!
    this.left1[head] = dependent
    if (this.leftCount[head]! < 7) this.leftCount[head]!++
    this.leftSet[head] = this.leftCount[head]! > 4 ? 7 : (Math.imul(this.leftSet[head]!, 31) + this.kinds.hashes[relation]!) | 0
    if (this.kinds.introduces[relation] === 1) this.intro[head] = this.input.word[dependent]!
    if (this.kinds.coordinates[relation] === 1) this.joined[head]! |= 1
  }

  /** Takes the top of the stack as the dependent of the word under it. */
  attachRight(relation: number): void {
    const dependent = this.stack[--this.depth]!
    const head = this.stack[this.depth - 1]!
    this.head[dependent] = head
    this.relation[dependent] = relation
    this.right2[head] = this.right1[head]!
    this.right1[head] = dependent
    if (this.rightCount[head]! < 7) this.rightCount[head]!++
    this.rightSet[head] = this.rightCount[head]! > 4 ? 7 : (Math.imul(this.rightSet[head]!, 31) + this.kinds.hashes[relation]!) | 0
    if (this.kinds.coordinates[relation] === 1) this.joined[head]! |= 2
  }
}
