import { XPOS } from '../../doc/index.js'
import { hashString, normalForm } from '../model/index.js'
import { lemmaOf } from './lemma.js'
import type { TagsModel } from './model.js'
import { TAG_COUNT, tagFeatures } from './tag-features.js'
import { CAPS, OWN, ROW, SHAPE, T1, T2, wordRow } from './word.js'

const WIDE = ROW.length
/** Rows of padding on each side of a sentence. */
const PAD = 2
const BEFORE = hashString('<s>')
const AFTER = hashString('</s>')
/** Words that are remembered with their columns; the memory is emptied when it is full, so that any text keeps within bounds. */
const REMEMBERED = 50_000

interface Word {
  readonly row: Int32Array
  /** The shape as it counts at the start of a sentence. */
  readonly first: number
  readonly candidates: Int32Array
  readonly capital: boolean
  readonly letter: boolean
  readonly lemmas: (string | undefined)[]
}

/** The perceptron tagger, left to right. Holds scratch space, so one tagger serves one thread; the same forms always get the same tags. */
export class Tagger {
  readonly #words = new Map<string, Word>()
  readonly #all: Int32Array
  readonly #hashes: Int32Array
  readonly #mask: number
  #rows = new Int32Array((256 + 2 * PAD) * WIDE)
  readonly features = new Int32Array(TAG_COUNT)
  readonly scores: Int32Array | Float64Array

  constructor(
    readonly model: TagsModel,
    seenWithRare?: readonly number[],
  ) {
    this.#all = Int32Array.from(seenWithRare ?? model.labels.keys())
    this.#hashes = Int32Array.from(model.labels, ([upos, xpos]) => hashString(`${upos}|${xpos}`))
    this.#mask = 2 ** Math.floor(Math.log2(model.weights.length)) - 1
    this.scores = model.weights instanceof Float32Array ? new Float64Array(model.labels.length) : new Int32Array(model.labels.length)
  }

  /**
   * Tags one sentence into `labels` (indices of the model's labels). `learn`, while training, sees each choice. `fixed` are labels that are known beforehand (-1: not).
   */
  tag(
    forms: readonly string[],
    labels: Uint8Array,
    learn?: (i: number, label: number, features: Int32Array, mask: number) => void,
    fixed?: ArrayLike<number>,
  ): void {
    const words = forms.map((form) => this.#word(form))
    const rows = this.#lay(words)
    let t1 = BEFORE
    let t2 = BEFORE
    for (let i = 0; i < words.length; i++) {
      const { candidates } = words[i]!
      const at = (i + PAD) * WIDE
      rows[at + T1] = t1
      rows[at + T2] = t2
      let label = candidates[0]!
      if (candidates.length > 1) {
        tagFeatures(rows, at, this.features)
        label = this.#best(candidates)
      }
      if (learn !== undefined && candidates.length > 1) learn(i, label, this.features, this.#mask)
      if (fixed !== undefined && fixed[i]! >= 0) label = fixed[i]!
      labels[i] = label
      t2 = t1
      t1 = this.#hashes[label]!
    }
  }

  /** What it would cost the tagger, in points, to give word `i` the label `wanted[i]` instead of its own; words that want none (-1) cost 0. */
  costs(forms: readonly string[], labels: ArrayLike<number>, wanted: ArrayLike<number>): Float64Array {
    const costs = new Float64Array(forms.length)
    const words = forms.map((form) => this.#word(form))
    const rows = this.#lay(words)
    let t1 = BEFORE
    let t2 = BEFORE
    for (let i = 0; i < words.length; i++) {
      const at = (i + PAD) * WIDE
      rows[at + T1] = t1
      rows[at + T2] = t2
      if (wanted[i]! >= 0) {
        tagFeatures(rows, at, this.features)
        this.#best(Int32Array.of(labels[i]!, wanted[i]!))
        costs[i] = this.scores[0]! - this.scores[1]!
      }
      t2 = t1
      t1 = this.#hashes[labels[i]!]!
    }
    return costs
  }

  lemma(form: string, label: number): string {
    const { lemmas } = this.#word(form)
    return (lemmas[label] ??= lemmaOf(form, XPOS[this.model.labels[label]![1]]!, this.model.lemmas))
  }

  #best(candidates: Int32Array): number {
    const { features, scores } = this
    const { weights } = this.model
    const count = candidates.length
    const mask = this.#mask
    if (count === 2) {
      const [a, b] = [candidates[0]!, candidates[1]!]
      let [first, second] = [0, 0]
      for (let f = 0; f < TAG_COUNT; f++) {
        const row = features[f]! & mask
        first += weights[row + a]!
        second += weights[row + b]!
      }
      scores[0] = first
      scores[1] = second
      return second > first ? b : a
    }
    for (let c = 0; c < count; c++) scores[c] = 0
    for (let f = 0; f < TAG_COUNT; f++) {
      const row = features[f]! & mask
      for (let c = 0; c < count; c++) scores[c]! += weights[row + candidates[c]!]!
    }
    let best = 0
    for (let c = 1; c < count; c++) if (scores[c]! > scores[best]!) best = c
    return candidates[best]!
  }

  /** Lays the rows of a sentence into the scratch space. */
  #lay(words: readonly Word[]): Int32Array {
    const size = (words.length + 2 * PAD) * WIDE
    if (this.#rows.length < size) this.#rows = new Int32Array(size * 2)
    const rows = this.#rows
    rows.fill(BEFORE, 0, PAD * WIDE)
    rows.fill(AFTER, (words.length + PAD) * WIDE, size)
    let letters = 0
    let capitals = 0
    for (const { letter, capital } of words) {
      if (letter) letters++
      if (capital) capitals++
    }
    const title = letters > 3 && capitals / letters > 0.8 ? 1 : 0
    for (let i = 0; i < words.length; i++) {
      const { row, first } = words[i]!
      const at = (i + PAD) * WIDE
      for (let k = 0; k < OWN; k++) rows[at + k] = row[k]!
      if (i === 0) rows[at + SHAPE] = first
      rows[at + CAPS] = title
    }
    return rows
  }

  #word(form: string): Word {
    const known = this.#words.get(form)
    if (known !== undefined) return known
    if (this.#words.size >= REMEMBERED) this.#words.clear()
    const row = wordRow(form, this.model.ambiguity, this.model.dictionary)
    const candidates = this.model.candidates.get(normalForm(form))
    const word: Word = {
      row,
      first: row[SHAPE]! ^ 0x2545f491,
      candidates: candidates === undefined ? this.#all : Int32Array.from(candidates),
      capital: /^[A-Z]/.test(form),
      letter: /[A-Za-z]/.test(form.length > 64 ? form.slice(0, 64) : form),
      lemmas: [],
    }
    this.#words.set(form, word)
    return word
  }
}
