/** What the space after a token says: nothing, or the end of a line that was broken on purpose, or the end of a paragraph. */
export const breakAfter = { none: 0, line: 2, paragraph: 3 } as const
export type Gaps = Uint8Array

const isBreak = (code: number): boolean => code === 10 || code === 13 || code === 0x2028 || code === 0x2029 || code === 0x85

/** Number of line breaks between two tokens; a carriage return with its line feed counts once. */
function breaksBetween(text: string, from: number, to: number): number {
  let breaks = 0
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x2029) breaks += 2
    else if (isBreak(code) && !(code === 10 && i > from && text.charCodeAt(i - 1) === 13)) breaks++
  }
  return breaks
}

/**
 * What stands after each token. A blank line ends a paragraph. A single line break ends a line on purpose when the next word would have
 * fitted on it, measured by the longest line of the paragraph; otherwise the text was only wrapped.
 */
export function gapsOf(text: string, start: Uint32Array, end: Uint32Array, length: number): Gaps {
  const gaps = new Uint8Array(length)
  let lines: number[] = []
  let lineStart = 0
  let longest = 0
  const settle = (): void => {
    for (const i of lines) {
      const from = lineOf.get(i)!
      if (end[i]! - from + 1 + (end[i + 1]! - start[i + 1]!) <= longest) gaps[i] = breakAfter.line
    }
    lines = []
    lineOf.clear()
    longest = 0
  }
  const lineOf = new Map<number, number>()
  for (let i = 0; i < length; i++) {
    const breaks = i + 1 < length ? breaksBetween(text, end[i]!, start[i + 1]!) : 2
    if (breaks === 0) continue
    longest = Math.max(longest, end[i]! - start[lineStart]!)
    if (breaks === 1) {
      lines.push(i)
      lineOf.set(i, start[lineStart]!)
    } else {
      gaps[i] = breakAfter.paragraph
      settle()
    }
    lineStart = i + 1
  }
  return gaps
}
