import type { MembershipTuple } from 'demarche/world'
import { Problem } from 'demarche/text'
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml'
import { interval, type Place } from './table.js'

const LINE = /^(\d{4}(?:-\d\d){0,2})?(?:\.\.(\d{4}(?:-\d\d){0,2}))? ?([A-Za-z0-9:& -]+?)(?: \((observer|suspended|candidate)\))?$/

/** Organisation → list of `[FROM][..TO] CODE CODE … [(observer | suspended | candidate)]`. A code without a prefix is a state's. */
export function readMembers(text: string, file: string, known: (id: string) => boolean): MembershipTuple[] {
  const counter = new LineCounter()
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: counter, prettyErrors: false })
  const at = (node: unknown): Place => ({
    problem: (fault, cure) =>
      new Problem({
        reason: 'bad-table',
        place: `${file}:${counter.linePos((node as Node | undefined)?.range?.[0] ?? 0).line}`,
        fault,
        cure,
      }),
  })
  if (document.errors[0]) throw at({ range: document.errors[0].pos }).problem(document.errors[0].message, 'mend the YAML')
  if (!isMap(document.contents)) throw at(undefined).problem('is not a mapping', 'start with “igo:NATO:”')
  return document.contents.items.flatMap(({ key, value }) => {
    if (!isScalar(key) || !known(String(key)))
      throw at(key).problem(`“${String(key)}” is no organisation of the tables`, 'add it to a table of actors/')
    if (!isSeq(value)) throw at(key).problem(`“${String(key)}” has no list of members`, 'write “- 1949-08-24 BEL CAN”')
    return value.items.flatMap((item) => line(String(key), item, at(item), known))
  })
}

function line(org: string, item: unknown, at: Place, known: (id: string) => boolean): MembershipTuple[] {
  const match = isScalar(item) ? LINE.exec(String(item.value)) : undefined
  if (!match) throw at.problem(`“${String(item)}” is no line of members`, 'write “1949-08-24 BEL CAN” or “1991..2009-08-18 GEO”')
  const { from, to, precision } = interval(match[1] ?? '', match[2] ?? '', at)
  return match[3]!.split(' ').map((code) => {
    const member = code.includes(':') ? code : `state:${code}`
    if (!known(member)) throw at.problem(`“${code}” is unknown`, 'use a code of states.tsv or an id of actors/')
    return [org, member, match[4] ?? 'member', from, to, precision]
  })
}
