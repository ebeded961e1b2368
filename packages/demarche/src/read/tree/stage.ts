import { deprelId, kidsOf, stage, type Doc, type Stage } from '../../doc/index.js'
import { Encoder } from './encode.js'
import type { TreeModel } from './model.js'
import { Parser } from './parser.js'
import { inputOf } from './state.js'
import { windowsOf } from './windows.js'

/** The most words that are parsed at once; a longer sentence is cut, so that time stays in proportion to length. */
export const LONGEST = 160
/** `parataxis`: how the pieces of a cut sentence hang on the first. */
const PIECE = deprelId.get('parataxis')!

/** Gives every sentence its tree. */
export function createTree(model: TreeModel): Stage {
  const parser = new Parser(model)
  const encoder = new Encoder(model.words, model.lemmas)
  const state = parser.newState(LONGEST)
  const input = inputOf(LONGEST)
  const margins = new Float64Array(LONGEST + 1)
  return stage({
    name: 'tree',
    needs: ['tokens', 'sentences', 'tags'],
    gives: ['tree'],
    run(doc: Doc<'tokens' | 'sentences' | 'tags'>) {
      const { text, tokens, sentences, tags } = doc
      const head = new Int32Array(tokens.length)
      const deprel = new Uint8Array(tokens.length)
      const confidence = new Uint8Array(tokens.length)
      for (const sentence of sentences) {
        let root = -1
        for (const { first, end } of windowsOf(doc, sentence.tokens, LONGEST)) {
          const forms: string[] = []
          for (let i = first; i < end; i++) forms.push(text.slice(tokens.start[i]!, tokens.end[i]!))
          encoder.encode(forms, tags.upos.subarray(first, end), tags.xpos.subarray(first, end), tags.lemma.slice(first, end), input)
          parser.parse(input, state, margins)
          for (let i = 0; i < input.length; i++) {
            const top = state.head[i] === input.length
            head[first + i] = top ? root : first + state.head[i]!
            deprel[first + i] = top && root >= 0 ? PIECE : state.relation[i]!
            confidence[first + i] = confidenceOf(margins[i]!)
          }
          if (root < 0) for (let i = 0; i < input.length; i++) if (state.head[i] === input.length) root = first + i
        }
      }
      return { tree: { head, deprel, confidence, ...kidsOf(head) } }
    },
  })
}

/** How sure an arc is, 0 to 255, from how far its move was ahead. */
const confidenceOf = (margin: number): number => (margin === Infinity ? 255 : Math.round((255 * margin) / (margin + 4000)))
