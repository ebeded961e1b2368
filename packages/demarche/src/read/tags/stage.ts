import { stage, type Stage } from '../../doc/index.js'
import type { TagsModel } from './model.js'
import { Tagger } from './tagger.js'

/** The most words that are tagged as one sentence; a longer one is tagged in pieces of this length. */
const LONGEST = 400

/** Gives every token its parts of speech and its lemma. */
export function createTags(model: TagsModel): Stage {
  const tagger = new Tagger(model)
  return stage({
    name: 'tags',
    needs: ['tokens', 'sentences'],
    gives: ['tags'],
    run({ text, tokens, sentences }) {
      const upos = new Uint8Array(tokens.length)
      const xpos = new Uint8Array(tokens.length)
      const lemma: string[] = Array.from({ length: tokens.length }, () => '')
      const labels = new Uint8Array(LONGEST)
      for (const { tokens: range } of sentences) {
        for (let first = range.first; first < range.end; first += LONGEST) {
          const end = Math.min(range.end, first + LONGEST)
          const forms: string[] = []
          for (let i = first; i < end; i++) forms.push(text.slice(tokens.start[i]!, tokens.end[i]!))
          tagger.tag(forms, labels)
          for (let i = first; i < end; i++) {
            const label = labels[i - first]!
            const pair = model.labels[label]!
            upos[i] = pair[0]
            xpos[i] = pair[1]
            lemma[i] = tagger.lemma(forms[i - first]!, label)
          }
        }
      }
      return { tags: { upos, xpos, lemma } }
    },
  })
}
