import type { Line } from './blocks-pages.js'

// Junk planted into clean articles: on lines of its own, joined to one line, inside a paragraph, or in a text without any line breaks.

export const FORMS = ['lines', 'joined', 'inside', 'flat'] as const
export type Form = (typeof FORMS)[number]
/** A text whose parts are known: `junk` are spans of it. */
export interface Planted {
  readonly text: string
  readonly junk: readonly { readonly from: number; readonly to: number }[]
}
interface Part {
  readonly text: string
  readonly label: 0 | 1
}

/** A paragraph cut at the end of a random sentence inside it; the second part is empty where it has but one. */
function cut(text: string, next: () => number): [string, string] {
  const ends = [...text.matchAll(/[.!?]["”’)]*\s+(?=["“‘(]?[A-Z0-9])/g)].map((it) => it.index + it[0].length)
  const at = ends[Math.floor(next() * ends.length)]
  return at === undefined ? [text, ''] : [text.slice(0, at).trimEnd(), text.slice(at)]
}

/** Plants runs of junk at random places of an article. What stands on one line is joined by `glue`. */
export function plant(clean: readonly string[], runs: readonly (readonly string[])[], form: Form, next: () => number): Planted {
  const lines: Part[][] = clean.map((text) => [{ text, label: 1 }])
  for (const run of runs) {
    const glue = next() < 0.75 ? ' ' : next() < 0.5 ? ' - ' : ' | '
    const junk: Part = { text: run.join(glue), label: 0 }
    const at = Math.floor(next() * (lines.length + 1))
    if (form === 'inside') {
      const line = lines[Math.min(at, lines.length - 1)]!
      const where = Math.floor(next() * line.length)
      const [head, tail] = line[where]!.label ? cut(line[where]!.text, next) : [line[where]!.text, '']
      line.splice(where, 1, { ...line[where]!, text: head }, junk, ...(tail === '' ? [] : [{ ...line[where]!, text: tail }]))
    } else lines.splice(at, 0, ...(form === 'lines' ? run.map((text): Part[] => [{ text, label: 0 }]) : [[junk]]))
  }
  return join(lines, form === 'flat' ? ' ' : '\n')
}

function join(lines: readonly (readonly Part[])[], between: string): Planted {
  let text = ''
  const junk: { from: number; to: number }[] = []
  for (const [i, line] of lines.entries())
    for (const [k, part] of line.entries()) {
      if (text !== '') text += k === 0 && i > 0 ? between : ' '
      if (part.label === 0) junk.push({ from: text.length, to: text.length + part.text.length })
      text += part.text
    }
  return { text, junk }
}

/** A text as lines with labels: a line that holds both is the article's where the greater part is. */
export function linesOf({ text, junk }: Planted): Pick<Line, 'text' | 'label'>[] {
  const out: { text: string; label: number }[] = []
  let from = 0
  for (const line of text.split('\n')) {
    const to = from + line.length
    const gone = junk.reduce((sum, it) => sum + Math.max(0, Math.min(it.to, to) - Math.max(it.from, from)), 0)
    if (line.trim() !== '') out.push({ text: line, label: gone * 2 > line.length ? 0 : 1 })
    from = to + 1
  }
  return out
}

/** The lines of a page as one text, its junk known. */
export function wholePage(lines: readonly Pick<Line, 'text' | 'label'>[], between: string): Planted {
  return join(
    lines.map(({ text, label }) => [{ text, label: label ? 1 : 0 }]),
    between,
  )
}
