import { changesOf, pairs } from '../../ledger/index.js'
import { eventOf, type Member } from '../../story/index.js'
import { relationOf } from '../relation.js'
import { ACTOR, columnsOf, type Numbers, numbersIn, ordered, OTHER, RECIPIENT, sidesIn } from './events.js'
import type { File } from './file.js'
import { COUNTRY, CLAIM, KEY, type Pending } from './pending.js'
import { type Cell, insertRows } from './rows.js'

/**
 * Events to be added, with all by which they are found. They are gathered and written in the order of each index: what lies anywhere is then written page after page, and
 * not every page for every event.
 */
export class Additions {
  readonly #file: File
  readonly #events: Cell[][] = []
  readonly #parties: number[][] = []
  readonly #pairs: number[][] = []
  readonly #changes: number[][] = []

  constructor(file: File) {
    this.#file = file
  }

  /** An event of several reports, or of one that was read from the database. */
  add(members: readonly Member[], numbers: Numbers, packed: Uint8Array | null): void {
    const { words, effects } = this.#file
    const event = eventOf(members)
    const n = numbers.get(members[0]!.report)!
    const columns = columnsOf(event, words)
    const sides = sidesIn({ actors: event.actors, recipients: event.recipients, others: event.others, place: event.where }, words.numberOf)
    const relations = [...new Set(changesOf(event, effects).map(relationOf))].map((it) => words.numberOf(it))
    this.#write(n, columns, packed, [...sides].flat(), relations)
    const [key, first] = columns as [number, number]
    for (const [a, b] of pairs(event)) this.#pairs.push([...ordered(words.numberOf(a), words.numberOf(b)), first, key, n])
  }

  /** The event that a pending claim is by itself. */
  alone(pending: Pending, i: number): void {
    const n = pending.number(i, CLAIM)
    const columns: (number | null)[] = []
    for (let which = KEY; which <= COUNTRY; which++) {
      const it = pending.number(i, which)
      columns.push(Number.isNaN(it) ? null : it)
    }
    const sides = pending.parties(i)
    this.#write(n, columns, null, sides, pending.relations(i))
    const [key, first] = columns as [number, number]
    const having = (mask: number): number[] => sides.filter((_, at) => at % 2 === 0 && (sides[at + 1]! & mask) > 0)
    // As `pairs` has it: who acted with whom it was done to, else those of the one side among themselves.
    const [actors, recipients] = [having(ACTOR), having(RECIPIENT)]
    const a = actors.length > 0 ? actors : recipients
    const b = recipients.length > 0 ? recipients : a
    for (const x of a) for (const y of b) if (x !== y && (a !== b || x < y)) this.#pairs.push([...ordered(x, y), first, key, n])
  }

  #write(n: number, columns: readonly (number | null)[], packed: Uint8Array | null, sides: readonly number[], relations: number[]): void {
    const [key, first] = columns as [number, number]
    this.#events.push([n, ...columns, packed, numbersIn(sides), relations.length === 0 ? null : numbersIn(relations)])
    // Who is neither actor nor recipient is looked for only where relations as known on a day are.
    for (let at = 0; at < sides.length; at += 2)
      if (sides[at + 1] !== OTHER || relations.length > 0) this.#parties.push([sides[at]!, first, key, n, sides[at + 1]!])
    for (const relation of relations) this.#changes.push([relation, n])
  }

  write(): void {
    const { sql } = this.#file
    const all = (head: string, rows: Cell[][], keys: number): void => insertRows(sql, head, inOrder(rows, keys))
    all('INSERT INTO event', this.#events, 1)
    all('INSERT INTO event_party', this.#parties, 4)
    all('INSERT OR IGNORE INTO event_pair', this.#pairs, 5)
    all('INSERT INTO change', this.#changes, 2)
    all(
      'INSERT OR IGNORE INTO dirty_relation',
      this.#changes.map(([relation]) => [relation!]),
      1,
    )
  }
}

/** Rows in the order of their first cells, so many of them, which are numbers. */
function inOrder(rows: Cell[][], keys: number): Cell[][] {
  return rows.sort((a, b) => {
    for (let i = 0; i < keys; i++) {
      const step = (a[i] as number) - (b[i] as number)
      if (step !== 0) return step
    }
    return 0
  })
}
