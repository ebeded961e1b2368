import { XPOS } from 'demarche/doc'
import { hashString, normalForm } from 'demarche/read/model'
import { TAG_COUNT, Tagger, type Dictionary, type TagsModel } from 'demarche/read/tags'
import type { Gold } from './conllu.js'
import { learnedLemma } from './learned-lemma.js'
import { Averaged } from './perceptron.js'
import { randomOf, shuffle } from './random.js'

export interface TagsOptions {
  /** log₂ of the number of weights. */
  readonly bits: number
  readonly iterations: number
  /** Words seen this often may only have tags that they were seen with. */
  readonly often: number
  /** Seed of the order of sentences. */
  readonly seed: number
}

/** A tagger as it is counted and trained: its tables can be gone through and written. */
export type Counted = Omit<TagsModel, 'weights' | 'lemmas' | 'ambiguity' | 'candidates'> & {
  readonly ambiguity: ReadonlyMap<string, number>
  readonly candidates: ReadonlyMap<string, readonly number[]>
}

/** The tags of words: joint labels, ambiguity classes and candidates, all from counts. */
export function countTags(
  sentences: readonly Gold[],
  dictionary: Dictionary,
  often: number,
): Counted & { readonly labelOf: ReadonlyMap<number, number> } {
  const labelOf = new Map<number, number>()
  const labels: [number, number][] = []
  const counts = new Map<string, Map<number, number>>()
  for (const { forms, upos, xpos } of sentences) {
    for (const [i, form] of forms.entries()) {
      const pair = upos[i]! * XPOS.length + xpos[i]!
      if (!labelOf.has(pair)) {
        labelOf.set(pair, labels.length)
        labels.push([upos[i]!, xpos[i]!])
      }
      const word = normalForm(form)
      let seen = counts.get(word)
      if (seen === undefined) counts.set(word, (seen = new Map()))
      const label = labelOf.get(pair)!
      seen.set(label, (seen.get(label) ?? 0) + 1)
    }
  }
  const ambiguity = new Map<string, number>()
  const candidates = new Map<string, number[]>()
  for (const [word, seen] of counts) {
    const total = [...seen.values()].reduce((sum, it) => sum + it, 0)
    if (total >= 2)
      ambiguity.set(
        word,
        hashString(
          [...seen]
            .filter(([, n]) => n / total >= 0.05)
            .map(([label]) => labels[label]!.join('|'))
            .toSorted()
            .join(' '),
        ),
      )
    if (total >= often) candidates.set(word, [...seen.keys()])
  }
  return { labels, ambiguity, candidates, dictionary, labelOf }
}

/** Trains the tagger: averaged perceptron, one update a wrong tag, going on from the tag that it chose. */
export function trainTags(
  sentences: readonly Gold[],
  dictionary: Dictionary,
  options: TagsOptions,
  log: (line: string) => void,
): Counted & { weights: Float32Array } {
  const { labelOf, ...counted } = countTags(sentences, dictionary, options.often)
  const learned = new Averaged(2 ** options.bits + counted.labels.length)
  const lemmas = { words: new Map<string, string>(), endings: new Map<string, string>() }
  const tagger = new Tagger({ ...counted, lemmas, weights: learned.weights })
  const data = sentences.map(({ forms, upos, xpos }) => ({ forms, gold: upos.map((it, i) => labelOf.get(it * XPOS.length + xpos[i]!)!) }))
  const longest = Math.max(...data.map(({ forms }) => forms.length))
  const labels = new Uint8Array(longest)
  const random = randomOf(options.seed)
  for (let iteration = 0; iteration < options.iterations; iteration++) {
    let wrong = 0
    let words = 0
    for (const { forms, gold } of shuffle(data, random)) {
      words += forms.length
      tagger.tag(forms, labels, (i, label, features, mask) => {
        learned.step++
        if (label === gold[i]) return
        wrong++
        for (let f = 0; f < TAG_COUNT; f++) {
          const row = features[f]! & mask
          learned.add(row + gold[i]!, 1)
          learned.add(row + label, -1)
        }
      })
    }
    log(`tags, iteration ${iteration + 1}: ${((100 * wrong) / words).toFixed(2)} % wrong`)
  }
  return { ...counted, weights: learned.average() }
}

/** Tags sentences by a model; results as pairs of columns. */
export function tagAll(sentences: readonly Gold[], model: TagsModel): { upos: number[]; xpos: number[]; lemmas: string[] }[] {
  const tagger = new Tagger(model)
  const labels = new Uint8Array(Math.max(...sentences.map(({ forms }) => forms.length)))
  return sentences.map(({ forms }) => {
    tagger.tag(forms, labels)
    const pairs = forms.map((_, i) => model.labels[labels[i]!]!)
    return {
      upos: pairs.map(([it]) => it),
      xpos: pairs.map(([, it]) => it),
      lemmas: forms.map((form, i) => learnedLemma(form, XPOS[pairs[i]![1]]!, model.lemmas)),
    }
  })
}
