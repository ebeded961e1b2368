import { changesOf, type Effects } from '../../ledger/index.js'
import { eventId, type Report } from '../../story/index.js'
import { STATUSES } from '../../spec/index.js'
import { dayNumber, type Texts, type Words } from '../pack/index.js'
import { relationOf } from '../relation.js'
import { keyOf, sidesIn, UNDATED } from './events.js'
import { spanOf } from './span.js'
import { hashOf } from './words.js'

/** Places of a claim's numbers; from `KEY` to `COUNTRY` they are the columns of the event that it is, if it is one by itself. */
export const [CLAIM, BLOCK, SPAN, ID, KEY, COUNTRY] = [0, 1, 2, 3, 4, 13]
const WIDTH = 16
const [PARTIES, RELATIONS] = [14, 15]

// What is kept in mind costs memory; but the larger the ledger, the more pages of its indexes each settling writes.
const [FEWEST, MOST] = [20_000, 200_000]
/** The share of a ledger that is worth a settling. */
const SHARE = 0.1

/** Whole numbers that are added to. */
class Numbers {
  #all = new Float64Array(256)
  length = 0

  push(value: number): void {
    if (this.length === this.#all.length) {
      const wider = new Float64Array(this.#all.length * 2)
      wider.set(this.#all)
      this.#all = wider
    }
    this.#all[this.length++] = value
  }

  at(i: number): number {
    return this.#all[i]!
  }
}

/** What numbers texts, and what rules do. */
interface Numbering {
  readonly words: Words
  readonly texts: Texts
  readonly effects: Effects
}

/**
 * The claims that this process wrote and that were not settled yet, each as the event that it is if no other claim joins it. Nearly all are: their events can be written without
 * reading anything again. What is not here, because another process wrote it, is read from the database.
 */
export class Pending {
  #columns = new Numbers()
  /** Word and place of each party, claim after claim. */
  #parties = new Numbers()
  #relations = new Numbers()

  get length(): number {
    return this.#columns.length / WIDTH
  }

  /** Whether it is time to settle. */
  get enough(): boolean {
    const last = this.length === 0 ? 0 : this.number(this.length - 1, CLAIM)
    return this.length >= Math.min(Math.max(FEWEST, last * SHARE), MOST)
  }

  add(n: number, report: Report, block: number, { words, texts, effects }: Numbering): void {
    const { claim, place, known } = report
    const { type, when, status, historical } = claim
    const day = (it: string | null | undefined): number => (typeof it === 'string' ? (dayNumber(it) ?? NaN) : NaN)
    const word = (it: string | undefined): number => (it === undefined ? NaN : words.numberOf(it))
    const first = day(when.from)
    const told = day(known)
    const columns = this.#columns
    columns.push(n)
    columns.push(block)
    columns.push(spanOf(report))
    columns.push(hashOf(claim.id))
    columns.push(keyOf(eventId(report)))
    columns.push(Number.isNaN(first) ? UNDATED : first)
    columns.push(day(when.to))
    columns.push(told)
    columns.push(told)
    columns.push(type === null ? NaN : words.numberOf(type))
    columns.push(STATUSES.indexOf(status))
    columns.push(historical ? 1 : 0)
    columns.push(word(place?.name))
    columns.push(word(place?.country))
    columns.push(this.#parties.length)
    columns.push(this.#relations.length)
    const cast = { actors: report.actors, recipients: report.recipients, others: report.others, place }
    const sides = sidesIn(cast, (id, it) => texts.numbered(it, id, words).id)
    for (const [party, mask] of sides) {
      this.#parties.push(party)
      this.#parties.push(mask)
    }
    if (!effects.has(claim.rule)) return
    const { actors, recipients, others } = report
    const act = { rule: claim.rule, type, status, actors, recipients, others, ...(place === undefined ? {} : { where: place }) }
    for (const relation of new Set(changesOf(act, effects).map(relationOf))) this.#relations.push(words.numberOf(relation))
  }

  /** A number of the claim at `i`; NaN where it has none. */
  number(i: number, which: number): number {
    return this.#columns.at(i * WIDTH + which)
  }

  /** The parties of the claim at `i`, each by its word and its places. */
  parties(i: number): number[] {
    return this.#list(this.#parties, PARTIES, i)
  }

  /** The relations that it changes. */
  relations(i: number): number[] {
    return this.#list(this.#relations, RELATIONS, i)
  }

  #list(all: Numbers, which: number, i: number): number[] {
    const from = this.number(i, which)
    const to = i + 1 < this.length ? this.number(i + 1, which) : all.length
    const found: number[] = []
    for (let at = from; at < to; at++) found.push(all.at(at))
    return found
  }

  /** Forgets all but the first `length` claims. */
  cut(length: number): void {
    if (length >= this.length) return
    this.#parties.length = this.number(length, PARTIES)
    this.#relations.length = this.number(length, RELATIONS)
    this.#columns.length = length * WIDTH
  }
}
