import { deprelAt, dependents, wordAt, type TokenRange } from '../../doc/index.js'
import type { Medium, Words } from './lexicon.js'
import { child, lemmaAt, type Read } from './syntax.js'

/** Verbs that name where a speaker has it from: "citing leaked documents", "based on intelligence". */
const DRAWING: ReadonlySet<string> = new Set(['cite', 'quote', 'base', 'accord', 'rely', 'draw', 'use'])

/**
 * Through what it is said: what the speaker cites, where it was said ("in an interview"), how ("tweeted"), or what speaks ("the report says"), in that order.
 * Undefined when the text does not tell.
 */
export function mediumOf(words: Words, doc: Read, verb: number, source: TokenRange | undefined): Medium | undefined {
  if (verb >= 0) {
    const said = ofVerb(words, doc, verb) ?? words.media.verb.get(lemmaAt(doc, verb))
    if (said) return said
  }
  return source && ofSource(words, doc, source)
}

function ofVerb(words: Words, doc: Read, verb: number): Medium | undefined {
  let place: Medium | undefined
  for (const kid of dependents(doc.tree, verb)) {
    const relation = deprelAt(doc.tree, kid)
    if (relation === 'advcl' || relation === 'acl' || relation === 'obl') {
      const drawn = DRAWING.has(lemmaAt(doc, kid)) ? nounMedium(words, doc, child(doc, kid, 'obj', 'obl')) : basis(words, doc, kid)
      if (drawn) return drawn
    }
    if (relation === 'obl') place ??= nounMedium(words, doc, kid)
  }
  return place
}

/** "based on leaked documents" where the tree takes "based" for a preposition. */
function basis(words: Words, doc: Read, noun: number): Medium | undefined {
  for (const kid of dependents(doc.tree, noun)) {
    if (deprelAt(doc.tree, kid) === 'case' && DRAWING.has(lemmaAt(doc, kid))) return nounMedium(words, doc, noun)
  }
  return undefined
}

function ofSource(words: Words, doc: Read, { first, end }: TokenRange): Medium | undefined {
  for (let i = first; i < end; i++) {
    const head = doc.tree.head[i]!
    if (head >= first && head < end) continue
    return nounMedium(words, doc, i)
  }
  return undefined
}

/** The medium that a noun is: by its own word, by the word before it ("intelligence officials"), or "people familiar with …". */
function nounMedium({ media }: Words, doc: Read, noun: number): Medium | undefined {
  if (noun < 0) return undefined
  const own = media.noun.get(lemmaAt(doc, noun)) ?? media.name.get(wordAt(doc, noun))
  if (own) return own
  for (const kid of dependents(doc.tree, noun)) {
    const word = lemmaAt(doc, kid)
    if (deprelAt(doc.tree, kid) === 'compound' && word === 'intelligence') return 'intelligence'
    if (word === 'familiar' && lemmaAt(doc, noun) === 'person') return 'sources'
    if (word === 'people' || word === 'familiar') return 'sources'
  }
  return undefined
}
