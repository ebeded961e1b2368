import { DEPREL } from 'demarche/doc'
import {
  bestMove,
  Encoder,
  LEFT,
  Parser,
  RELATION_COUNT,
  RIGHT,
  SHIFT,
  STRUCTURE_COUNT,
  type Fields,
  type Input,
  type State,
  type TreeModel,
} from 'demarche/read/tree'
import { normalForm } from 'demarche/read/model'
import type { Gold } from './conllu.js'
import { costs, projective } from './oracle.js'
import { Averaged } from './perceptron.js'
import { randomOf, shuffle } from './random.js'

export interface TreeOptions {
  /** log₂ of the numbers of weights. */
  readonly structureBits: number
  readonly relationBits: number
  readonly iterations: number
  /** A move is learned from while the best wrong move comes this near. */
  readonly margin: number
  /** How often the parser goes on from its own mistakes. */
  readonly explore: number
}

/** The tags and lemmas that the parser sees: predicted ones, so that it learns to live with the tagger's mistakes. */
export interface Predicted {
  readonly upos: readonly number[]
  readonly xpos: readonly number[]
  readonly lemmas: readonly string[]
}

export interface Lesson {
  readonly input: Input
  readonly head: Int32Array
  readonly relation: readonly number[]
}

const seenTwice = (words: Iterable<string>): Set<string> => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Set([...counts].filter(([, n]) => n >= 2).map(([word]) => word))
}

/** A parser before its weights are trained: its tables can be gone through and written. */
export type Counted = Pick<TreeModel, 'fields' | 'candidates'> & {
  readonly words: ReadonlySet<string>
  readonly lemmas: ReadonlySet<string>
}

/** The words that the parser knows, and which relations are possible for which part of speech. */
export function countTree(sentences: readonly Gold[], predicted: readonly Predicted[], fields: Fields): Counted {
  const words = seenTwice(sentences.flatMap(({ forms }) => forms.map(normalForm)))
  const lemmas = seenTwice(predicted.flatMap((it) => it.lemmas))
  const counts: Map<number, number>[] = []
  for (const [s, { upos, head, relation }] of sentences.entries()) {
    for (const [i, governor] of head.entries()) {
      for (const part of new Set([upos[i]!, predicted[s]!.upos[i]!])) {
        const seen = (counts[(governor > i ? LEFT : RIGHT) * 32 + part] ??= new Map())
        seen.set(relation[i]!, (seen.get(relation[i]!) ?? 0) + 1)
      }
    }
  }
  const candidates = Array.from({ length: 96 }, (_, key) => {
    const usual = [...(counts[key] ?? [])].filter(([it, n]) => n >= 2 && it > 1).map(([it]) => it)
    return usual.length > 0 ? Int32Array.from(usual) : undefined
  })
  return { words, lemmas, fields, candidates }
}

export function lessonsOf(
  sentences: readonly Gold[],
  predicted: readonly Predicted[],
  { words, lemmas, fields }: Pick<TreeModel, 'words' | 'lemmas' | 'fields'>,
): Lesson[] {
  const encoder = new Encoder(words, lemmas, fields)
  return sentences.map((sentence, s) => {
    const { upos, xpos, lemmas } = predicted[s]!
    return { input: encoder.encode(sentence.forms, upos, xpos, lemmas), head: projective(sentence), relation: sentence.relation }
  })
}

/** Trains a greedy parser with a dynamic oracle: it follows gold in the first round, then mostly its own choices. */
export class TreeTrainer {
  readonly structure: Averaged
  readonly relations: Averaged
  readonly parser: Parser
  readonly #state: State
  readonly #costs = new Int32Array(3)
  readonly #random: () => number

  constructor(
    counted: Counted,
    readonly options: TreeOptions,
    longest: number,
    seed = 1,
  ) {
    this.#random = randomOf(seed)
    this.structure = new Averaged(2 ** options.structureBits)
    this.relations = new Averaged(2 ** options.relationBits + DEPREL.length)
    this.parser = new Parser({ ...counted, structure: this.structure.weights, relations: this.relations.weights })
    this.#state = this.parser.newState(longest)
  }

  train(lessons: Lesson[], log: (line: string) => void): void {
    for (let iteration = 0; iteration < this.options.iterations; iteration++) {
      let wrong = 0
      let moves = 0
      for (const lesson of shuffle(lessons, this.#random)) {
        const state = this.#state.reset(lesson.input)
        while (!state.done) {
          moves++
          wrong += this.#move(state, lesson, iteration)
        }
      }
      log(`tree, iteration ${iteration + 1}: ${((100 * wrong) / moves).toFixed(2)} % wrong moves`)
    }
  }

  /** Makes one move and learns from it; 1 when the best move was wrong. */
  #move(state: State, lesson: Lesson, iteration: number): number {
    const allowed = state.allowed()
    if ((allowed & (allowed - 1)) === 0) {
      this.#step(state, allowed === 1 ? SHIFT : allowed === 2 ? LEFT : RIGHT, lesson)
      return 0
    }
    const { parser } = this
    const { scores } = parser
    parser.score(state)
    costs(state, lesson.head, allowed, this.#costs)
    const least = Math.min(...this.#costs)
    const best = bestMove(scores, allowed)
    let good = -1
    let bad = -1
    for (let move = 0; move < 3; move++) {
      if (((allowed >> move) & 1) === 0) continue
      if (this.#costs[move] === least) {
        if (good < 0 || scores[move]! > scores[good]!) good = move
      } else if (bad < 0 || scores[move]! > scores[bad]!) bad = move
    }
    this.structure.step++
    if (bad >= 0 && scores[good]! <= scores[bad]! + this.options.margin) {
      for (let f = 0; f < STRUCTURE_COUNT; f++) {
        const row = (parser.features[f]! & parser.structureMask) << 2
        this.structure.add(row + good, 1)
        this.structure.add(row + bad, -1)
      }
    }
    const right = this.#costs[best] === least
    this.#step(state, iteration === 0 ? good : right || this.#random() < this.options.explore ? best : good, lesson)
    return right ? 0 : 1
  }

  #step(state: State, move: number, lesson: Lesson): void {
    if (move === SHIFT) {
      state.shift()
      return
    }
    const { parser, relations } = this
    const dependent = state.stack[state.depth - 1]!
    const head = state.headOf(move)
    const relation = parser.relate(state, move)
    if (parser.chose && lesson.head[dependent] === head) {
      const gold = lesson.relation[dependent]!
      relations.step++
      if (relation !== gold) {
        for (let f = 0; f < RELATION_COUNT; f++) {
          const row = parser.relationFeatures[f]! & parser.relationMask
          relations.add(row + gold, 1)
          relations.add(row + relation, -1)
        }
      }
    }
    if (move === LEFT) state.attachLeft(relation)
    else state.attachRight(relation)
  }
}
