import { stage, uposId, xposId, type Stage } from '../../doc/index.js'
import type { TagsModel } from './model.js'
import { Tagger } from './tagger.js'
import { asProse, isTitleCase } from './title.js'

/** The most words that are tagged as one sentence; a longer one is tagged in pieces of this length. */
const LONGEST = 400

/** Words of one sentence that are tagged; what is longer is no language, and its rest is unknown (`X`). */
const TAGGED = 1000
const UNKNOWN = uposId.get('X')!
const UNKNOWN_X = xposId.get('XX')!

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
        for (let first = range.first; first < Math.min(range.end, range.first + TAGGED); first += LONGEST) {
          const end = Math.min(range.end, range.first + TAGGED, first + LONGEST)
          const said: string[] = []
          for (let i = first; i < end; i++) said.push(text.slice(tokens.start[i]!, tokens.end[i]!))
          const forms = isTitleCase(said) ? asProse(model, said) : said
          tagger.tag(forms, labels)
          for (let i = first; i < end; i++) {
            const label = labels[i - first]!
            const pair = model.labels[label]!
            upos[i] = pair[0]
            xpos[i] = pair[1]
            lemma[i] = tagger.lemma(forms[i - first]!, label)
          }
        }
        upos.fill(UNKNOWN, range.first + TAGGED, Math.max(range.end, range.first + TAGGED))
        xpos.fill(UNKNOWN_X, range.first + TAGGED, Math.max(range.end, range.first + TAGGED))
        for (let i = range.first + TAGGED; i < range.end; i++) lemma[i] = text.slice(tokens.start[i]!, tokens.end[i]!)
      }
      return { tags: { upos, xpos, lemma } }
    },
  })
}
