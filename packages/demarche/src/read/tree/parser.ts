import { DEPREL } from '../../doc/index.js'
import { RELATION_ATOMS, relationAtoms, STRUCTURE_ATOMS, structureAtoms } from './atoms.js'
import { kindsOf, type TreeModel } from './model.js'
import { RELATION_COUNT, relationFeatures } from './relation-features.js'
import { LEFT, RIGHT, SHIFT, State, type Input } from './state.js'
import { STRUCTURE_COUNT, structureFeatures } from './structure-features.js'

const EVERY = Int32Array.from(DEPREL.keys()).subarray(2)
/** Relations that are remembered. */
const SLOTS = 1 << 15
const powerBelow = (it: number): number => 2 ** Math.floor(Math.log2(it))

/** The moves and relations that a model chooses; scratch space inside, so one parser serves one thread. */
export class Parser {
  readonly features = new Int32Array(STRUCTURE_COUNT)
  readonly relationFeatures = new Int32Array(RELATION_COUNT)
  /** Scores of SHIFT, LEFT and RIGHT after `score`. */
  readonly scores = new Float64Array(3)
  readonly kinds = kindsOf()
  readonly structureMask: number
  readonly relationMask: number
  /** Whether the last `relate` had a choice, so that its features are worth learning from. */
  chose = false
  #a = 0
  #b = 0
  readonly #atoms = new Int32Array(STRUCTURE_ATOMS.length)
  readonly #relationAtoms = new Int32Array(RELATION_ATOMS.length)
  readonly #relationScores = new Float64Array(DEPREL.length)

  /** Relations already decided, by two hashes of the atoms that decide them; parses of a beam ask the same again and again. */
  readonly #memory: { readonly a: Int32Array; readonly b: Int32Array; readonly relation: Uint8Array } | undefined

  /** `remember`: keep decided relations; not while relations are being trained. */
  constructor(
    readonly model: TreeModel,
    remember = false,
  ) {
    if (remember) this.#memory = { a: new Int32Array(SLOTS), b: new Int32Array(SLOTS), relation: new Uint8Array(SLOTS) }
    this.structureMask = powerBelow(model.structure.length) / 4 - 1
    this.relationMask = powerBelow(model.relations.length) - 1
  }

  newState(size: number): State {
    return new State(size, this.kinds)
  }

  /** Scores the three moves in a state. */
  score(state: State): void {
    structureAtoms(state, this.#atoms)
    structureFeatures(this.#atoms, 0, this.features)
    const { features, structureMask: mask } = this
    const { structure } = this.model
    let shift = 0
    let left = 0
    let right = 0
    for (let f = 0; f < STRUCTURE_COUNT; f++) {
      const row = (features[f]! & mask) << 2
      shift += structure[row]!
      left += structure[row + 1]!
      right += structure[row + 2]!
    }
    this.scores[SHIFT] = shift
    this.scores[LEFT] = left
    this.scores[RIGHT] = right
  }

  /** The relation that a LEFT or RIGHT move gives in this state. */
  relate(state: State, move: number): number {
    const dependent = state.stack[state.depth - 1]!
    const head = state.headOf(move)
    if (head === state.length) {
      this.chose = false
      return 1
    }
    const candidates = this.model.candidates[move * 32 + state.input.part[dependent]!] ?? EVERY
    this.chose = candidates.length > 1
    if (!this.chose) return candidates[0]!
    relationAtoms(state, head, dependent, move, this.#relationAtoms)
    if (this.#memory === undefined) return this.#bestRelation(candidates)
    const { a, b, relation } = this.#memory
    this.#hash()
    const slot = this.#a & (SLOTS - 1)
    if (a[slot] !== this.#a || b[slot] !== this.#b) {
      relation[slot] = this.#bestRelation(candidates)
      a[slot] = this.#a
      b[slot] = this.#b
    }
    return relation[slot]!
  }

  /** Two independent hashes of the relation atoms. */
  #hash(): void {
    const atoms = this.#relationAtoms
    let a = 0x5bd1e995
    let b = 0x1b873593
    for (let k = 0; k < atoms.length; k++) {
      a = Math.imul(a ^ atoms[k]!, 0x9e3779b1)
      a ^= a >>> 15
      b = Math.imul(b + atoms[k]!, 0x85ebca6b)
      b ^= b >>> 13
    }
    this.#a = a
    this.#b = b
  }

  #bestRelation(candidates: Int32Array): number {
    relationFeatures(this.#relationAtoms, 0, this.relationFeatures)
    const scores = this.#relationScores
    const { relationFeatures: features, relationMask: mask } = this
    const { relations } = this.model
    const count = candidates.length
    for (let c = 0; c < count; c++) scores[c] = 0
    for (let f = 0; f < RELATION_COUNT; f++) {
      const row = features[f]! & mask
      for (let c = 0; c < count; c++) scores[c]! += relations[row + candidates[c]!]!
    }
    let best = 0
    for (let c = 1; c < count; c++) if (scores[c]! > scores[best]!) best = c
    return candidates[best]!
  }

  move(state: State, move: number): void {
    if (move === SHIFT) state.shift()
    else if (move === LEFT) state.attachLeft(this.relate(state, LEFT))
    else state.attachRight(this.relate(state, RIGHT))
  }

  /** Parses greedily; `margins` takes for each word how far the move that gave it its head was ahead of the next best. */
  parse(input: Input, state: State, margins?: Float64Array): State {
    state.reset(input)
    while (!state.done) {
      const allowed = state.allowed()
      let move = allowed === 1 ? SHIFT : allowed === 2 ? LEFT : RIGHT
      let margin = Infinity
      if ((allowed & (allowed - 1)) !== 0) {
        this.score(state)
        move = bestMove(this.scores, allowed)
        if (margins !== undefined) margin = this.scores[move]! - secondBest(this.scores, allowed, move)
      }
      if (margins !== undefined && move !== SHIFT) margins[state.stack[state.depth - 1]!] = margin
      this.move(state, move)
    }
    return state
  }
}

/** The best of the allowed moves; the first of equals. */
export function bestMove(scores: Float64Array, allowed: number): number {
  let best = -1
  for (let move = 0; move < 3; move++) if (((allowed >> move) & 1) === 1 && (best < 0 || scores[move]! > scores[best]!)) best = move
  return best
}

function secondBest(scores: Float64Array, allowed: number, best: number): number {
  let second = -Infinity
  for (let move = 0; move < 3; move++) if (move !== best && ((allowed >> move) & 1) === 1 && scores[move]! > second) second = scores[move]!
  return second
}
