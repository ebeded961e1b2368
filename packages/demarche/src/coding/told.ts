import { tokenAt, type Doc, type TokenRange } from '../doc/index.js'

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
    .flatMap(({ content, kind }) =>
      content.map(({ from, to }) => {
        const first = Math.max(0, tokenAt(tokens, from))
        let end = first
        while (end < tokens.length && tokens.start[end]! < to) end++
        return { first, end, quoted: kind === 'direct' }
      }),
    )
    .toSorted((a, b) => b.end - b.first - (a.end - a.first) || a.first - b.first)
  const cues = new Set<number>()
  for (const { cue } of doc.quotations)
    if (cue) for (let i = tokenAt(tokens, cue.from); i >= 0 && i < tokens.length && tokens.start[i]! < cue.to; i++) cues.add(i)
  const at = new Int32Array(tokens.length).fill(-1)
  for (const [n, { first, end }] of ranges.entries()) at.fill(n, first, end)
  return { at, ranges, quoted: ranges.map(({ quoted }) => quoted), cues }
}

/** Where the parties of an act may be sought by order: its sentence, and of that only what the same speaker tells; who tells it to whom is no party. */
export function withinTold({ sentences, tokens }: Doc<'tokens' | 'sentences'>, { at, ranges }: Told, token: number): TokenRange {
  const { first, end } = sentences[tokens.sentence[token]!]!.tokens
  const told = at[token]! < 0 ? undefined : ranges[at[token]!]!
  return told ? { first: Math.max(first, told.first), end: Math.min(end, told.end) } : { first, end }
}
