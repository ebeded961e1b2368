import { changesOf, pairs } from '../../ledger/index.js'
import { eventOf, type Member } from '../../story/index.js'
import { relationOf } from '../relation.js'
import { columnsOf, type Numbers, numbersIn, ordered, OTHER, sidesIn } from './events.js'
import type { File } from './file.js'

type Cells = (number | null | Uint8Array)[]

/**
 * Events to be added, with all by which they are found. They are gathered and written in the order of each index: what lies anywhere is then written page after page, and
 * not every page for every event.
 */
export class Additions {
  readonly #file: File
  readonly #events: Cells[] = []
  readonly #parties: number[][] = []
  readonly #pairs: number[][] = []
  readonly #changes: number[][] = []

  constructor(file: File) {
    this.#file = file
  }

  add(members: readonly Member[], numbers: Numbers, packed: Uint8Array | null): void {
    const { words, effects } = this.#file
    const event = eventOf(members)
    const n = numbers.get(members[0]!.report)!
    const columns = columnsOf(event, words)
    const [key, first] = columns as [number, number]
    const sides = sidesIn(event, words.numberOf)
    const relations = [...new Set(changesOf(event, effects).map(relationOf))].map((it) => words.numberOf(it))
    this.#events.push([n, ...columns, packed, numbersIn([...sides].flat()), relations.length === 0 ? null : numbersIn(relations)])
    // Who is neither actor nor recipient is looked for only where relations as known on a day are.
    for (const [id, mask] of sides) if (mask !== OTHER || relations.length > 0) this.#parties.push([id, first, key, n, mask])
    for (const [a, b] of pairs(event)) this.#pairs.push([...ordered(words.numberOf(a), words.numberOf(b)), first, key, n])
    for (const relation of relations) this.#changes.push([relation, n])
  }

  write(): void {
    const { sql } = this.#file
    const all = (text: string, rows: Cells[]): void => {
      const insert = sql(text)
      for (const row of rows.sort(byCells)) insert.run(...row)
    }
    all('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', this.#events)
    all('INSERT INTO event_party VALUES (?, ?, ?, ?, ?)', this.#parties)
    all('INSERT OR IGNORE INTO event_pair VALUES (?, ?, ?, ?, ?)', this.#pairs)
    all('INSERT INTO change VALUES (?, ?)', this.#changes)
    all(
      'INSERT OR IGNORE INTO dirty_relation VALUES (?)',
      this.#changes.map(([relation]) => [relation!]),
    )
  }
}

/** Order of rows by their leading cells, which are numbers. */
function byCells(a: Cells, b: Cells): number {
  for (let i = 0; i < 5; i++) {
    const step = Number(a[i] ?? 0) - Number(b[i] ?? 0)
    if (step !== 0) return step
  }
  return 0
}
