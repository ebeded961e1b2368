import { Problem } from '../text/index.js'
import { type Coding, FIELDS } from './sheet.js'

/** One person's answer to a line. */
export interface Answer {
  readonly claim: string
  readonly document: string
  /** The machine's coding, where the sheet showed it. */
  readonly machine: Coding
  /** What the person says; `no event` is a type. Undefined where nothing was filled in. */
  readonly said?: Coding
}

export const NO_EVENT = 'no event'

/** Reads a filled-in row. Throws a `Problem` with its number when it cannot be meant so. */
export function readAnswer(row: Readonly<Record<string, string>>, place: string): Answer {
  const text = (name: string): string => (row[name] ?? '').replace(/^'(?=[=+\-@])/, '').trim()
  const bad = (fault: string, cure: string): Problem => new Problem({ reason: 'bad-sheet', place, fault, cure })
  if (text('claim') === '' || text('document') === '') throw bad('names no claim and document', 'keep the columns of the sheet')
  const machine: Coding = Object.fromEntries(FIELDS.flatMap((it) => (text(it) === '' ? [] : [[it, text(it)]])))
  const own: Coding = Object.fromEntries(FIELDS.flatMap((it) => (text(`right_${it}`) === '' ? [] : [[it, tidy(it, text(`right_${it}`))]])))
  const right = text('right').toLowerCase()
  const base = { claim: text('claim'), document: text('document'), machine }
  if (right === NO_EVENT || right === 'none') return { ...base, said: { type: NO_EVENT } }
  if (right === 'yes' || right === 'y') {
    if (Object.keys(own).length > 0) throw bad('says “yes” and yet what else is right', 'write “no” beside what is right')
    return { ...base, said: machine }
  }
  if (right === '' && Object.keys(own).length === 0) return base
  if (right !== '' && right !== 'no' && right !== 'n') throw bad(`says “${right}”`, 'write yes, no or no event')
  return { ...base, said: { ...machine, ...own } }
}

const tidy = (field: string, value: string): string => {
  if (field === 'type') return value.toUpperCase()
  if (field === 'status') return value.toLowerCase()
  const parts = value
    .split(/[;,]/)
    .map((it) => it.trim())
    .filter(Boolean)
  return field === 'day' ? value : [...new Set(parts)].toSorted().join(';')
}
