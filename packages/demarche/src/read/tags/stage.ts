import { readable, stage, uposId, xposId, type Stage } from '../../doc/index.js'
import { giveVerb } from './headline.js'
import type { TagsModel } from './model.js'
import { Tagger } from './tagger.js'
import { asProse, isTitleCase } from './title.js'

/** The most words that are tagged as one sentence; a longer one is tagged in pieces of this length. */
const LONGEST = 400
const UNKNOWN = uposId.get('X')!
const UNKNOWN_X = xposId.get('XX')!

/** Gives every token its parts of speech and its lemma. `common` are words in lower case that are no names, whatever their capitals in a headline; it is asked when there is one. */
export function createTags(model: TagsModel, common?: () => ReadonlySet<string>): Stage {
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
      const isRead = readable()
      for (const sentence of sentences) {
        const range = sentence.tokens
        const until = isRead(sentence) ? range.end : range.first
        for (let first = range.first; first < until; first += LONGEST) {
          const end = Math.min(until, first + LONGEST)
          const said: string[] = []
          for (let i = first; i < end; i++) said.push(text.slice(tokens.start[i]!, tokens.end[i]!))
          const forms = isTitleCase(said) ? asProse(model, said, common?.()) : said
          tagger.tag(forms, labels)
          if (sentence.kind === 'headline' || forms !== said) giveVerb(tagger, forms, labels)
          for (let i = first; i < end; i++) {
            const label = labels[i - first]!
            const pair = model.labels[label]!
            upos[i] = pair[0]
            xpos[i] = pair[1]
            lemma[i] = tagger.lemma(forms[i - first]!, label)
          }
        }
        upos.fill(UNKNOWN, until, range.end)
        xpos.fill(UNKNOWN_X, until, range.end)
        for (let i = until; i < range.end; i++) lemma[i] = text.slice(tokens.start[i]!, tokens.end[i]!)
      }
      return { tags: { upos, xpos, lemma } }
    },
  })
}
