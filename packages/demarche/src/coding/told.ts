import { shortestAt, tokensIn, type Doc, type TokenRange } from '../doc/index.js'

/** For each token the innermost content of an attribution that it stands in, as an index into `ranges`; -1 outside. */
export interface Told {
  readonly at: Int32Array
  readonly ranges: readonly TokenRange[]
  /** For each range, whether it is direct speech. */
  readonly quoted: readonly boolean[]
  /** Tokens of the words that say so: "said", "according to". */
  readonly cues: ReadonlySet<number>
}

/** What is told by somebody whom the text names, as ranges of tokens. */
export function toldIn(doc: Doc<'tokens' | 'quotations'>): Told {
  const { tokens } = doc
  const ranges = doc.quotations
    .filter(({ source, cue }) => source !== undefined && cue !== undefined)
    .flatMap(({ content, kind }) => content.map((span) => ({ ...tokensIn(tokens, span), quoted: kind === 'direct' })))
  const cues = new Set<number>()
  for (const { cue } of doc.quotations) {
    if (!cue) continue
    const { first, end } = tokensIn(tokens, cue)
    for (let i = first; i < end; i++) cues.add(i)
  }
  return { at: shortestAt(tokens, ranges), ranges, quoted: ranges.map(({ quoted }) => quoted), cues }
}

/** Where the parties of an act may be sought by order: its sentence, and of that only what the same speaker tells; who tells it to whom is no party. */
export function withinTold({ sentences, tokens }: Doc<'tokens' | 'sentences'>, { at, ranges }: Told, token: number): TokenRange {
  const { first, end } = sentences[tokens.sentence[token]!]!.tokens
  const told = at[token]! < 0 ? undefined : ranges[at[token]!]!
  return told ? { first: Math.max(first, told.first), end: Math.min(end, told.end) } : { first, end }
}
