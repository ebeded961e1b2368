import { attach, headOfRange, is, isUnder, partAt, type Clause } from './clause.js'

const YEAR = /^(?:1[89]|20)\d\d$/
/** Names that a list must have: "Peru and Ghana" after a day is read well as it is. */
const FEWEST = 3

interface Segment {
  readonly from: number
  readonly to: number
}

/**
 * "On Tuesday, Norway, Chile, Peru and Ghana severed relations": the parser goes on after the comma as if the list began with the day, or with a part of the year, and the verb
 * keeps the last names alone, or none. All that are listed between the day and the verb are its subject.
 */
export function leadingDay(clause: Clause): boolean {
  let changed = false
  for (let verb = 6; verb < clause.forms.length; verb++) {
    if (partAt(clause, verb) !== 'VERB') continue
    const list = listBefore(clause, verb)
    if (list === undefined || list.length < FEWEST || isSound(clause, list, verb)) continue
    changed = join(clause, list, verb)
  }
  return changed
}

/** The names of a list `A, B, C and D` that stands between a phrase of time with its comma and a verb. */
function listBefore(clause: Clause, verb: number): Segment[] | undefined {
  const { forms } = clause
  const found: Segment[] = []
  let to = verb
  while (found.length < 12) {
    let from = to
    while (from > 0 && /^(?:PROPN|ADJ|DET)$/.test(partAt(clause, from - 1))) from--
    if (from === to || partAt(clause, to - 1) !== 'PROPN' || !/^\p{Lu}/u.test(forms[to - 1]!)) return undefined
    found.unshift({ from, to })
    if (from < 2) return undefined
    const before = forms[from - 1]!
    if (before === ',' && isTime(clause, from - 2, verb)) return found
    if (found.length === 1 ? before !== 'and' : before !== ',') return undefined
    to = from - 1
    if (found.length === 1 && forms[to - 1] === ',') to--
  }
  return undefined
}

/** Whether a word ends a phrase of time of the verb. */
function isTime(clause: Clause, last: number, verb: number): boolean {
  const form = clause.forms[last]!
  if (!clause.words.times.has(form.toLowerCase()) && !YEAR.test(form)) return false
  for (let i = 0; i <= last; i++)
    if (clause.head[i] === verb && is(clause, i, 'obl', 'obl:unmarked', 'advmod') && isUnder(clause, last, i)) return true
  return false
}

function isSound(clause: Clause, list: readonly Segment[], verb: number): boolean {
  const [first, ...others] = list.map(({ from, to }) => headOfRange(clause, from, to))
  return clause.head[first!] === verb && is(clause, first!, 'nsubj', 'nsubj:pass') && others.every((it) => isUnder(clause, it, first!))
}

function join(clause: Clause, list: readonly Segment[], verb: number): boolean {
  const heads = list.map(({ from, to }) => headOfRange(clause, from, to))
  // What else hangs on a name, or a subject that is not listed, says that this is no such list.
  const listed = (i: number): boolean => list.some(({ from, to }) => from <= i && i < to)
  for (let i = 0; i < clause.forms.length; i++) {
    if (clause.head[i] === verb && is(clause, i, 'nsubj', 'nsubj:pass', 'csubj') && !listed(i)) return false
    if (i >= verb && heads.includes(clause.head[i]!)) return false
  }
  const passive = clause.forms.some((_, i) => clause.head[i] === verb && is(clause, i, 'aux:pass', 'nsubj:pass'))
  const [first, ...others] = heads
  attach(clause, first!, verb, passive ? 'nsubj:pass' : 'nsubj')
  for (const it of others) attach(clause, it, first!, 'conj')
  const begin = list[0]!.from - 1
  attach(clause, begin, verb, 'punct')
  for (let i = begin + 1; i < verb; i++) {
    if (listed(i)) continue
    const next = list.findIndex(({ from }) => from > i)
    attach(clause, i, heads[next]!, clause.forms[i] === ',' ? 'punct' : 'cc')
  }
  return true
}
