import { deprelId, kidsOf, readable, stage, uposId, type Doc, type Stage, type TokenRange } from '../../doc/index.js'
import { isTitleCase } from '../tags/index.js'
import { Beam } from './beam.js'
import { confidenceOf } from './confidence.js'
import { Encoder } from './encode.js'
import type { TreeReader } from './model.js'
import { Parser } from './parser.js'
import { repair } from './repairs/repair.js'
import { inputOf } from './state.js'
import { datelineEnd, windowsOf } from './windows.js'

const PROPN = uposId.get('PROPN')!
/** The most words that are parsed at once; a longer sentence is cut, so that time stays in proportion to length. */
const LONGEST = 160
/** Words of one sentence that are parsed; what is longer is no language, and its rest hangs on the root without a parse. */
const PARSED = 640
/** How the pieces of a cut sentence hang on the first. */
const PIECE = deprelId.get('parataxis')!
const REST = deprelId.get('dep')!
const ROOT = deprelId.get('root')!
/** Parses kept side by side, and how far one may fall behind the best before it is dropped. */
const WIDTH = 8
const BEHIND = 40_000

/** The columns of a tree as they are filled. */
interface Columns {
  readonly head: Int32Array
  readonly deprel: Uint8Array
  readonly confidence: Uint8Array
}
type Read = Doc<'tokens' | 'sentences' | 'tags'>

/** Gives every sentence its tree. */
export function createTree(model: TreeReader, width = WIDTH, behind = BEHIND): Stage {
  const beam = new Beam(new Parser(model, true), LONGEST, width, behind)
  const encoder = new Encoder(model.words, model.lemmas, model.fields)
  const input = inputOf(LONGEST)

  /** Parses one piece into the columns; its root hangs on `root`, if there is one. Returns the piece's root. */
  function parse({ text, tokens, tags }: Read, { first, end }: TokenRange, root: number, into: Columns): number {
    const forms: string[] = []
    for (let i = first; i < end; i++) forms.push(text.slice(tokens.start[i]!, tokens.end[i]!))
    const read = isTitleCase(forms) ? forms.map((form, i) => (tags.upos[first + i] === PROPN ? form : form.toLowerCase())) : forms
    const upos = tags.upos.subarray(first, end)
    const lemmas = tags.lemma.slice(first, end)
    const best = beam.parse(encoder.encode(read, upos, tags.xpos.subarray(first, end), lemmas, input))
    const length = end - first
    const head = Int32Array.from({ length }, (_, i) => (best.head[i] === length ? -1 : best.head[i]!))
    const relation = best.relation.slice(0, length)
    const joined = (i: number): boolean => tokens.start[first + i] === tokens.end[first + i - 1]
    repair({ forms, lemmas, upos, head, relation, joined, words: model.repairs })
    for (let i = 0; i < length; i++) {
      const top = head[i]! < 0
      into.head[first + i] = top ? root : first + head[i]!
      into.deprel[first + i] = top && root >= 0 ? PIECE : relation[i]!
      into.confidence[first + i] = confidenceOf(best, beam.live, i)
    }
    return first + head.indexOf(-1)
  }

  /** Hangs what is not parsed on the root, in pieces: a word with a hundred thousand dependents would cost everyone who looks at it. */
  function hang(first: number, end: number, root: number, into: Columns): void {
    for (let i = first; i < end; i++) {
      const piece = i - ((i - first) % LONGEST)
      into.head[i] = i === piece ? root : piece
      into.deprel[i] = REST
    }
  }

  return stage({
    name: 'tree',
    needs: ['tokens', 'sentences', 'tags'],
    gives: ['tree'],
    run(doc: Read) {
      const { length } = doc.tokens
      const tree = { head: new Int32Array(length), deprel: new Uint8Array(length), confidence: new Uint8Array(length) }
      const isRead = readable()
      for (const sentence of doc.sentences) {
        const { first, end } = sentence.tokens
        if (!isRead(sentence)) {
          tree.head[first] = -1
          tree.deprel[first] = ROOT
          hang(first + 1, end, first, tree)
          continue
        }
        const body = datelineEnd(doc, sentence.tokens, sentence.kind)
        let root = -1
        for (const window of windowsOf(doc, { first: body, end: Math.min(end, body + PARSED) }, LONGEST)) {
          const own = parse(doc, window, root, tree)
          if (root < 0) root = own
        }
        hang(body + PARSED, end, root, tree)
        if (body > first) parse(doc, { first, end: body }, root, tree)
      }
      return { tree: { ...tree, ...kidsOf(tree.head) } }
    },
  })
}
