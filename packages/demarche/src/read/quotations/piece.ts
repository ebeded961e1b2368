import type { TokenRange } from '../../doc/index.js'
import { trimmed, type Read } from './syntax.js'

/** What a verb reports, as token ranges, and the end of its cue where a preposition belongs to it ("called for"). */
export interface Content {
  readonly parts: readonly TokenRange[]
  readonly cueEnd?: number
  readonly frame: string
}

export const one = (doc: Read, range: TokenRange, frame: string, cueEnd?: number): Content | undefined => {
  const part = trimmed(doc, range)
  return part.first < part.end ? { parts: [part], frame, ...(cueEnd === undefined ? {} : { cueEnd }) } : undefined
}
