import { Problem } from 'demarche/text'
import { addDays } from 'demarche/time'
import type { Precision } from 'demarche/world'
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml'
import { interval, type Place } from './table.js'

/** A line of `heads.yml`: `2018-05-08 Nikol Pashinyan`, `1999-12-31..2000-05-06 Vladimir Putin (acting)`. */
export interface Entry {
  readonly of: string
  readonly office: string
  readonly person: string
  readonly title: string
  readonly acting: boolean
  from: string
  to: string
  precision: Precision
  readonly at: Place
}
export interface TenureFile {
  readonly entries: readonly Entry[]
  readonly leads: Readonly<Record<string, readonly (readonly [string, string])[]>>
}

const LINE = /^(\d{4}(?:-\d\d){0,2})(?:\.\.(\d{4}(?:-\d\d){0,2}))? ([^()]+?)(?: \(([^()]+)\))?$/

/**
 * Reads who held which office: country or organisation → office → a list of `FROM[..TO] Name [(acting | interim | caretaker | title)]`, oldest first. Without `TO` a tenure ends on the day before
 * the next of the list begins; the last one still holds. `nobody` leaves a gap. `leads` says which office leads: `president; 2018-04-09 prime minister`.
 */
export function readTenures(text: string, file: string): TenureFile {
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
  const error = document.errors[0]
  if (error) throw at({ range: error.pos }).problem(error.message, 'mend the YAML')
  if (!isMap(document.contents)) throw at(undefined).problem('is not a mapping', 'start with a country code and a colon')
  const entries: Entry[] = []
  const leads: Record<string, [string, string][]> = {}
  for (const { key: of, value: offices } of document.contents.items) {
    if (!isMap(offices)) throw at(of).problem(`“${String(of)}” has no offices`, 'write “president:” under it')
    for (const { key: office, value: list } of offices.items) {
      if (String(office) === 'leads') leads[String(of)] = readLeads(String(list), at(list))
      else if (!isSeq(list)) throw at(office).problem(`“${String(office)}” is not a list`, 'write one “- DAY Name” a line')
      else entries.push(...readList(String(of), String(office), list.items, at))
    }
  }
  return { entries, leads }
}

function readList(of: string, office: string, items: readonly unknown[], at: (node: unknown) => Place): Entry[] {
  const entries = items.map((item): Entry => {
    const match = isScalar(item) ? LINE.exec(String(item.value)) : undefined
    if (!match)
      throw at(item).problem(`“${String(item)}” is no tenure`, 'write “2018-05-08 Nikol Pashinyan” or “2018-05..2019 Name (acting)”')
    const [, from, to, person, note = ''] = match
    const acting = /^(acting|interim|caretaker)\b/.test(note)
    const title = note.replace(/^(acting|interim|caretaker),? ?/, '')
    return { of, office, person: person!, title, acting, ...interval(from!, to ?? '', at(item)), at: at(item) }
  })
  for (const [i, entry] of entries.entries()) {
    const next = entries[i + 1]
    if (next && next.from < entry.from)
      throw next.at.problem(
        `${next.person} (${next.from}) stands after ${entry.person} (${entry.from})`,
        'write tenures from the oldest on',
      )
    // Who hands over on a day is counted as gone on that day.
    if (next && (entry.to === '' || entry.to === next.from)) entry.to = next.from === entry.from ? entry.from : addDays(next.from, -1)
    else if (next && entry.to > next.from && entry.precision === 'day' && next.precision === 'day')
      throw next.at.problem(
        `${entry.person} and ${next.person} hold “${office}” of ${of} on ${next.from}`,
        'end the first on the day before',
      )
  }
  return entries.filter((it) => it.person !== 'nobody')
}

function readLeads(text: string, at: Place): [string, string][] {
  return text.split(';').map((part) => {
    const match = /^(?:(\d{4}-\d\d-\d\d) )?([a-z -]+)$/.exec(part.trim())
    if (!match) throw at.problem(`“${part.trim()}” leads nothing`, 'write “president; 2018-04-09 prime minister”')
    return [match[1] ?? '', match[2]!]
  })
}
