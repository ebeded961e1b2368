import { UPOS, XPOS } from '../../doc/index.js'
import type { Known, Lookup } from '../../text/index.js'
import { hashString, normalForm, shapeOf } from '../model/index.js'
import { inputOf, ROOT, type Input } from './state.js'

const PARTS: readonly string[] = UPOS
const MARKS: Readonly<Record<string, number>> = {
  ',': 1,
  '"': 2,
  "''": 2,
  '``': 2,
  ':': 3,
  '-': 3,
  '--': 3,
  '–': 3,
  '—': 3,
  '(': 4,
  ')': 4,
}
const BETWEEN: Readonly<Record<string, number>> = { VERB: 6, CCONJ: 7, AUX: 8 }
const NOUN = PARTS.indexOf('NOUN')
const VERB = PARTS.indexOf('VERB')

/** Fields of meaning by lemma: that of the noun in the low six bits, that of the verb above. */
export type Fields = Lookup<number>

const REMEMBERED = 50_000

interface Word {
  readonly norm: string
  readonly hash: number
  readonly mark: number
  readonly ending: string
}

/** Turns words with their tags and lemmas into the numbers that the parser works with. Rare words are known by shape and ending alone. */
export class Encoder {
  readonly #words = new Map<string, Word>()
  readonly #lemmas = new Map<string, number>()
  readonly #clusters = new Map<string, number>()
  readonly #tags: Int32Array
  readonly #uposHashes = Int32Array.from(UPOS, (it) => hashString(it))

  constructor(
    readonly words: Known,
    readonly lemmas: Known,
    readonly fields: Fields,
  ) {
    this.#tags = Int32Array.from({ length: UPOS.length * 64 }, (_, id) => {
      const upos = PARTS[id >> 6]!
      const xpos = XPOS[id & 63] ?? '_'
      return hashString(upos.startsWith('A') ? upos + xpos : xpos + (upos === 'PART' || upos === 'SCONJ' ? upos : ''))
    })
  }

  encode(forms: readonly string[], upos: ArrayLike<number>, xpos: ArrayLike<number>, lemmas: readonly string[], into?: Input): Input {
    const n = forms.length
    const input = into ?? inputOf(n)
    input.length = n
    for (let i = 0; i < n; i++) {
      const word = this.#word(forms[i]!)
      const part = upos[i]!
      input.word[i] = word.hash
      input.part[i] = part
      input.upos[i] = this.#uposHashes[part]!
      input.tag[i] = this.#tags[(part << 6) | xpos[i]!]!
      input.lemma[i] = this.#lemma(lemmas[i]!, part, word.ending)
      input.cluster[i] = this.#cluster(word.ending, xpos[i]!, part, lemmas[i]!)
      input.kind[i] = PARTS[part] === 'PUNCT' ? word.mark : (BETWEEN[PARTS[part]!] ?? 0)
    }
    input.word[n] = input.tag[n] = input.lemma[n] = input.upos[n] = input.cluster[n] = ROOT
    input.part[n] = 0
    input.kind[n] = 0
    return input
  }

  #word(form: string): Word {
    const known = this.#words.get(form)
    if (known !== undefined) return known
    if (this.#words.size >= REMEMBERED) this.#words.clear()
    const norm = normalForm(form)
    const hash = hashString(this.words.has(norm) ? norm : `U${shapeOf(form)}${norm.slice(-2)}`)
    const word = { norm, hash, mark: MARKS[norm] ?? 5, ending: norm.slice(-3) }
    this.#words.set(form, word)
    return word
  }

  #lemma(lemma: string, part: number, ending: string): number {
    const known = this.#lemmas.get(lemma)
    if (known !== undefined) return known
    if (!this.lemmas.has(lemma)) return hashString(`U${PARTS[part]!}${ending}`)
    const hash = hashString(lemma)
    this.#lemmas.set(lemma, hash)
    return hash
  }

  /** The field of meaning of nouns and verbs where the dictionary has one; of other words their tag and ending. */
  #cluster(ending: string, xpos: number, part: number, lemma: string): number {
    const fields = part === NOUN || part === VERB ? (this.fields.get(lemma) ?? 0) : 0
    const field = part === NOUN ? fields & 63 : fields >> 6
    const key = field > 0 ? `F${field}` : ending + XPOS[xpos]!
    let hash = this.#clusters.get(key)
    if (hash === undefined) {
      if (this.#clusters.size >= REMEMBERED) this.#clusters.clear()
      this.#clusters.set(key, (hash = hashString(key)))
    }
    return hash
  }
}
