import { Beam, LEFT, Parser, RIGHT, SHIFT, STRUCTURE_COUNT, type State, type TreeModel } from 'demarche/read/tree'
import { costs } from './oracle.js'
import { Averaged } from './perceptron.js'
import { randomOf, shuffle } from './random.js'
import type { Lesson } from './train-tree.js'

export interface BeamOptions {
  readonly width: number
  readonly iterations: number
}

/** The greedy weights are scaled so that the largest has this size before training with a beam goes on from them. */
const LARGEST = 15

export function scaled(weights: Float32Array): Float32Array {
  let largest = 0
  for (const it of weights) largest = Math.max(largest, Math.abs(it))
  return weights.map((it) => (it / largest) * LARGEST)
}

/** A wrong parse that was ahead, up to the step where it was furthest ahead of the right one. */
interface Violation {
  readonly moves: Uint8Array
  readonly by: number
}

/**
 * Trains the structure weights for a beam: when the right parse falls out of the beam, the moves of the parse that leads it by most are
 * marked down and the right ones up (max-violation). The relations stay as they are.
 */
export class BeamTrainer {
  readonly structure: Averaged
  readonly parser: Parser
  readonly #beam: Beam
  readonly #gold: State

  constructor(
    greedy: TreeModel,
    readonly options: BeamOptions,
    longest: number,
  ) {
    this.structure = new Averaged(greedy.structure.length)
    this.structure.weights.set(scaled(greedy.structure as Float32Array))
    this.parser = new Parser({ ...greedy, structure: this.structure.weights })
    this.#beam = new Beam(this.parser, longest, options.width)
    this.#gold = this.parser.newState(longest)
  }

  train(lessons: Lesson[], log: (line: string) => void, after?: (iteration: number) => void): void {
    const random = randomOf(11)
    const data = lessons.map((lesson) => ({ lesson, moves: this.#rightMoves(lesson) }))
    for (let iteration = 0; iteration < this.options.iterations; iteration++) {
      let wrong = 0
      for (const { lesson, moves } of shuffle(data, random)) {
        const violation = this.#violation(lesson, moves)
        this.structure.step++
        if (violation === undefined) continue
        wrong++
        let same = 0
        while (same < violation.moves.length && violation.moves[same] === moves[same]) same++
        this.#learn(lesson, moves, same, violation.moves.length, 1)
        this.#learn(lesson, violation.moves, same, violation.moves.length, -1)
      }
      log(`beam, iteration ${iteration + 1}: ${((100 * wrong) / data.length).toFixed(1)} % wrong sentences`)
      after?.(iteration)
    }
  }

  /** The right moves, arcs as early as they can be drawn. */
  #rightMoves({ input, head }: Lesson): Uint8Array {
    const state = this.#gold.reset(input)
    const moves: number[] = []
    const cost = new Int32Array(3)
    while (!state.done) {
      costs(state, head, state.allowed(), cost)
      const least = Math.min(...cost)
      const move = cost[LEFT] === least ? LEFT : cost[RIGHT] === least ? RIGHT : SHIFT
      moves.push(move)
      this.parser.move(state, move)
    }
    return Uint8Array.from(moves)
  }

  #violation({ input }: Lesson, moves: Uint8Array): Violation | undefined {
    const gold = this.#gold.reset(input)
    let score = 0
    let inside = true
    let worst: Violation | undefined
    this.#beam.begin(input)
    for (const [step, move] of moves.entries()) {
      const allowed = gold.allowed()
      if ((allowed & (allowed - 1)) !== 0) {
        this.parser.score(gold)
        score += this.parser.scores[move]!
      }
      this.parser.move(gold, move)
      this.#beam.advance()
      const { live } = this.#beam
      inside &&= live.some((state) => follows(state, moves, step + 1))
      const by = live[0]!.score - score
      if (inside && (step + 1 < moves.length || follows(live[0]!, moves, step + 1))) continue
      if (worst === undefined || by >= worst.by) worst = { moves: live[0]!.moves.slice(0, step + 1), by }
    }
    return worst
  }

  #learn({ input }: Lesson, moves: Uint8Array, from: number, to: number, by: number): void {
    const { parser, structure } = this
    const state = this.#gold.reset(input)
    for (let step = 0; step < to; step++) {
      const allowed = state.allowed()
      if (step >= from && (allowed & (allowed - 1)) !== 0) {
        parser.score(state)
        for (let f = 0; f < STRUCTURE_COUNT; f++) structure.add(((parser.features[f]! & parser.structureMask) << 2) + moves[step]!, by)
      }
      parser.move(state, moves[step]!)
    }
  }
}

function follows(state: State, moves: Uint8Array, length: number): boolean {
  for (let i = length - 1; i >= 0; i--) if (state.moves[i] !== moves[i]) return false
  return true
}
