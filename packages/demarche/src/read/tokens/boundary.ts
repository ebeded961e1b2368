import { compiledPart, type Section } from '../../text/index.js'
import { hashString, normalForm, readTable, shapeOf, unpackWeights, type Folder, type Weights } from '../model/index.js'
import { STARTERS } from './abbreviations.js'
import { BOUNDARY_COUNT, boundaryFeatures } from './boundary-features.js'

/** Atoms of the templates in `training/src/templates/boundary.txt`, in this order: the word before a gap (w), the one before it (p), the next two (n, m). */
export const BOUNDARY_ATOMS: readonly string[] = [
  'w',
  'ws',
  'w3',
  'p',
  'ps',
  'n',
  'ns',
  'n3',
  'm',
  'ms',
  'k',
  'sp',
  'len',
  'quote',
  'bracket',
  'caps',
  'starts',
]

const NOTHING = hashString('<nothing>')
const REMEMBERED = 50_000

interface Word {
  readonly form: number
  readonly shape: number
  readonly ending: number
  readonly starts: number
  readonly capital: boolean
  readonly quote: boolean
  readonly bracket: number
}
const OUTSIDE: Word = { form: NOTHING, shape: NOTHING, ending: NOTHING, starts: 0, capital: false, quote: false, bracket: 0 }

const lengthClass = (it: number): number => (it < 4 ? it : it < 8 ? 4 : it < 16 ? 5 : it < 32 ? 6 : it < 64 ? 7 : 8)

/** The weights that tell the end of a sentence from other gaps. */
export interface BoundaryModel {
  readonly weights: Weights
}

/** The trained judge of a folder of models as the section of `boundary.bin`. Throws a `Problem` when the file is missing or broken. */
export const compileBoundary = (folder: Folder): Record<string, Section> => ({
  weights: unpackWeights(readTable(folder, 'boundary.q8.gz')),
})

/** Loads the judge from the bundle of a language. Throws a `Problem` when the file is missing or broken. */
export const loadBoundaryModel = (bundle: URL): BoundaryModel => ({
  weights: compiledPart(bundle, 'boundary').array('weights', 'i16'),
})

/** Judges gaps between words, from left to right. Holds what it knows of the sentence so far; `begin` forgets it. */
export class BoundaryJudge {
  readonly features = new Int32Array(BOUNDARY_COUNT)
  readonly mask: number
  readonly #atoms = new Int32Array(BOUNDARY_ATOMS.length)
  readonly #words = new Map<string, Word>()
  #length = 0
  #quotes = 0
  #brackets = 0
  #capitals = 0

  constructor(readonly model: BoundaryModel) {
    this.mask = model.weights.length - 1
  }

  begin(): void {
    this.#length = 0
    this.#quotes = 0
    this.#brackets = 0
    this.#capitals = 0
  }

  word(form: string): Word {
    const known = this.#words.get(form)
    if (known !== undefined) return known
    if (this.#words.size >= REMEMBERED) this.#words.clear()
    const norm = normalForm(form)
    const word: Word = {
      form: hashString(norm),
      shape: hashString(shapeOf(form)),
      ending: hashString(norm.slice(-3)),
      starts: STARTERS.has(norm) ? 1 : 0,
      capital: /^\p{Lu}/u.test(form),
      quote: /^["“”]$/.test(form),
      bracket: form === '(' || form === '[' ? 1 : form === ')' || form === ']' ? -1 : 0,
    }
    this.#words.set(form, word)
    return word
  }

  /** Takes in `word`. When `asked`, the score of the gap after it, above 0 where a sentence ends. `kind` is that of the token, `space` whether the gap has any width. */
  judge(
    previous: Word | undefined,
    word: Word,
    next: Word | undefined,
    afterNext: Word | undefined,
    kind: number,
    space: boolean,
    asked: boolean,
  ): number {
    this.#length++
    if (word.quote) this.#quotes ^= 1
    this.#brackets = Math.max(0, this.#brackets + word.bracket)
    if (word.capital) this.#capitals++
    if (!asked) return 0
    this.#lay(previous ?? OUTSIDE, word, next ?? OUTSIDE, afterNext ?? OUTSIDE, kind, space)
    boundaryFeatures(this.#atoms, 0, this.features)
    const { features, mask } = this
    const { weights } = this.model
    let score = 0
    for (let f = 0; f < BOUNDARY_COUNT; f++) score += weights[features[f]! & mask]!
    return score
  }

  #lay(previous: Word, word: Word, next: Word, afterNext: Word, kind: number, space: boolean): void {
    const A = this.#atoms
    A[0] = word.form
    A[1] = word.shape
    A[2] = word.ending
    A[3] = previous.form
    A[4] = previous.shape
    A[5] = next.form
    A[6] = next.shape
    A[7] = next.ending
    A[8] = afterNext.form
    A[9] = afterNext.shape
    A[10] = kind
    A[11] = space ? 1 : 0
    A[12] = lengthClass(this.#length)
    A[13] = this.#quotes
    A[14] = this.#brackets > 0 ? 1 : 0
    A[15] = this.#capitals * 2 > this.#length ? 1 : 0
    A[16] = next.starts
  }
}
export type JudgedWord = Word
