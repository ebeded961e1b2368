import { bestMove, type Parser } from './parser.js'
import { LEFT, RIGHT, SHIFT, type Input, type State } from './state.js'

/** A move of a state in the beam that may be made. */
interface Option {
  state: State
  move: number
  score: number
  margin: number
}

/** Keeps the best few parses of a sentence side by side. One beam serves one thread. */
export class Beam {
  #live: State[] = []
  readonly #spare: State[] = []
  readonly #options: Option[] = []
  #count = 0
  readonly #longest: number

  /** `width`: parses kept; `behind`: one that falls this far behind the best is dropped. */
  constructor(
    readonly parser: Parser,
    longest: number,
    readonly width: number,
    readonly behind = Infinity,
  ) {
    this.#longest = longest
    for (let i = 0; i < width * 2; i++) this.#spare.push(parser.newState(longest))
    for (let i = 0; i < width; i++) this.#options.push({ state: this.#spare[0]!, move: 0, score: 0, margin: 0 })
  }

  get live(): readonly State[] {
    return this.#live
  }

  /** Parses from start to end; the best parse. It is valid until the next call. */
  parse(input: Input): State {
    this.begin(input)
    for (let left = 2 * input.length; left > 0; left--) this.advance()
    return this.#live[0]!
  }

  begin(input: Input): void {
    this.#spare.push(...this.#live)
    this.#live = []
    for (const state of this.#spare) state.reset(input)
    this.#live.push(this.#spare.pop()!)
    if (input.length > this.#longest) throw new RangeError('a sentence longer than the beam was made for')
  }

  /** Makes one move in every parse. The best stands first afterwards. */
  advance(): void {
    this.#count = 0
    for (const state of this.#live) this.#weigh(state)
    const options = this.#options
    const floor = options[0]!.score - this.behind
    while (this.#count > 1 && options[this.#count - 1]!.score < floor) this.#count--
    this.#make()
  }

  #weigh(state: State): void {
    const allowed = state.allowed()
    if ((allowed & (allowed - 1)) === 0) {
      this.#offer(state, allowed === 1 ? SHIFT : allowed === 2 ? LEFT : RIGHT, state.score, Infinity)
      return
    }
    const { scores } = this.parser
    this.parser.score(state)
    const best = bestMove(scores, allowed)
    let second = -Infinity
    for (let move = 0; move < 3; move++) if (move !== best && ((allowed >> move) & 1) === 1) second = Math.max(second, scores[move]!)
    for (let move = 0; move < 3; move++) {
      if (((allowed >> move) & 1) === 1)
        this.#offer(state, move, state.score + scores[move]!, scores[move]! - (move === best ? second : scores[best]!))
    }
  }

  /** Puts an option in its place among the best; of equals the first offered stays ahead. */
  #offer(state: State, move: number, score: number, margin: number): void {
    const options = this.#options
    let at = this.#count
    if (at === this.width) {
      if (score <= options[at - 1]!.score) return
      at--
    } else this.#count++
    const it = options[at]!
    while (at > 0 && options[at - 1]!.score < score) {
      options[at] = options[at - 1]!
      at--
    }
    options[at] = it
    it.state = state
    it.move = move
    it.score = score
    it.margin = margin
  }

  /** Makes the chosen moves: the last one of a state in the state itself, the others in copies. */
  #make(): void {
    const options = this.#options
    const old = this.#live
    const next: State[] = []
    for (let k = 0; k < this.#count; k++) {
      const { state, move, score, margin } = options[k]!
      let again = false
      for (let later = k + 1; later < this.#count; later++) if (options[later]!.state === state) again = true
      const to = again ? this.#spare.pop()!.copy(state) : state
      if (move !== SHIFT) to.margin[to.stack[to.depth - 1]!] = margin
      to.score = score
      to.moves[to.made++] = move
      this.parser.move(to, move)
      next.push(to)
    }
    for (const state of old) if (!next.includes(state)) this.#spare.push(state)
    this.#live = next
  }
}
