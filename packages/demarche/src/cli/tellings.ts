import { bundlePart } from '../bundle.js'
import type { RuleBook } from '../coding/index.js'
import { type Doc, spanOf, uposAt } from '../doc/index.js'
import type { Article } from '../story/index.js'

/** Parts of speech of words that say what an article is about. */
const CONTENT: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM'])
/** Parts of speech of words that can name what happened. */
const TELLING: ReadonlySet<string> = new Set(['VERB', 'NOUN', 'PROPN', 'ADJ'])

/** The family of a lemma: "arrest", "arrested", "arrests"; "expel" and "expulsion" by the table of nouns that name acts. */
export type Family = (lemma: string) => string

export function families(): Family {
  const verbs = new Map((bundlePart('rules') as RuleBook).nominals.map(({ noun, verb }) => [noun, verb]))
  return (lemma) => (verbs.get(lemma) ?? lemma).replace(/(?:ation|ition|ment|ing|ion|er|or|e)$/, '').slice(0, 6)
}

/** A tagged article as others are compared with it. */
export function comparable(id: string, { tokens, tags }: Doc<'tokens' | 'tags'>, family: Family): Article {
  const words: string[] = []
  const tellings: Article['tellings'][number][] = []
  for (let i = 0; i < tokens.length; i++) {
    const upos = uposAt(tags, i)
    const lemma = tags.lemma[i]!.toLowerCase()
    if (CONTENT.has(upos)) words.push(lemma)
    if (TELLING.has(upos)) tellings.push({ ...spanOf(tokens, i), family: family(lemma) })
  }
  return { id, words, tellings }
}
