import { deprelAt, wordAt, type Doc } from '../../doc/index.js'

/** The relations that count as core arguments in `cases/reading`. */
export const CORE: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass', 'obj', 'iobj', 'obl:agent'])

export interface ReadingCase {
  readonly text: string
  /** `verb relation argument`, words as in the text, `#2` for a second occurrence. */
  readonly arguments: readonly string[]
}

/** The cases of a file: a line of text, then `==> verb: relation word, …; verb: …`. Lines that begin with `#` are remarks. */
export function readingCases(file: string): ReadingCase[] {
  const lines = file.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const cases: ReadingCase[] = []
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const [text, marked] = [lines[i]!, lines[i + 1]!]
    if (!marked.startsWith('==> ')) throw new Error(`no ==> after “${text}”`)
    const found = marked
      .slice(4)
      .split('; ')
      .flatMap((frame) => {
        const [verb, rest] = frame.split(': ')
        return rest!.split(', ').map((it) => `${verb} ${it}`)
      })
    cases.push({ text, arguments: found })
  }
  return cases
}

/** The core arguments that a tree has, written as in the cases. */
export function coreArguments(doc: Doc<'tokens' | 'tree'>): string[] {
  const seen = new Map<string, number>()
  const names = Array.from({ length: doc.tokens.length }, (_, i) => {
    const word = wordAt(doc, i)
    const n = (seen.get(word) ?? 0) + 1
    seen.set(word, n)
    return n > 1 ? `${word}#${n}` : word
  })
  return names.flatMap((name, i) => {
    const head = doc.tree.head[i]!
    return head >= 0 && CORE.has(deprelAt(doc.tree, i)) ? [`${names[head]!} ${deprelAt(doc.tree, i)} ${name}`] : []
  })
}
