import type { Span } from '../../text/index.js'

export interface Line extends Span {
  readonly text: string
}

/** Lines that are not empty, without the white space around them. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let from = 0; from <= text.length;) {
    const at = text.indexOf('\n', from)
    const end = at < 0 ? text.length : at
    const line = text.slice(from, end)
    const bare = line.trim()
    if (bare !== '') {
      const start = from + line.length - line.trimStart().length
      lines.push({ from: start, to: start + bare.length, text: bare })
    }
    from = end + 1
  }
  return lines
}
