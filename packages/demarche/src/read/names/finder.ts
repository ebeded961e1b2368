import type { Name, NameType } from '../../doc/index.js'
import { fold } from '../../world/index.js'
import { agree } from './agree.js'
import { isPlace, isTown, isWoman, leads } from './bearers.js'
import { meaningOf } from './choose.js'
import type { Match } from './dictionary.js'
import { bare, type Reader } from './reader.js'
import { rolesOf } from './roles.js'
import { runEnd } from './runs.js'
import { TITLES } from './titles.js'
import { typeOf } from './typing.js'
import { Shape } from './words.js'

/** Goes through the words of one document and cuts them into names, offices and groups. */
export class Finder {
  readonly #found: Name[] = []
  /** The sector of the title last read. */
  #title: string | undefined
  constructor(readonly reader: Reader) {}

  run(): Name[] {
    const { namey, length, shape, timed } = this.reader.words
    for (let i = 0; i < length;) {
      if (timed[i] === 1) {
        // What lies wholly inside a time expression names nothing; a name of the tables may begin there: "November 17 movement".
        const match = this.reader.match(i, length)
        const named = match !== undefined && match.end < length && timed[match.end - 1] === 0 && !bare(match)
        if (named) this.#take(match)
        i = named ? match.end : i + 1
        continue
      }
      const province = shape[i] === Shape.Lower || shape[i] === Shape.Other ? 0 : this.reader.province(i)
      if (province > 0) {
        this.#add(i, province, fold(this.reader.slice(i, province)), 'place', [], 'a province of the lexicon')
        i = province
      } else if (namey[i] === 1) {
        const far = this.reader.match(i, length)
        const run = runEnd(this.reader.words, this.reader.doc.tokens, this.reader.lexicon, i)
        if (far && far.end > run) this.#take(far)
        else this.#run(i, run)
        i = Math.max(run, far?.end ?? 0)
      } else if (shape[i] === Shape.Title || shape[i] === Shape.Capitals) {
        const match = this.reader.match(i, length)
        if (!match && this.reader.isCity(i)) this.#add(i, i + 1, this.reader.words.folded[i]!, 'place', [], 'a large city of the gazetteer')
        else if (match && (!bare(match) || leads(this.reader, match)) && !this.reader.lexicon.plain.has(match.key)) this.#take(match)
        i = match?.end ?? i + 1
      } else i++
    }
    const found = agree(this.#found, this.reader).map((it) => (isWoman(this.reader, it) ? { ...it, feminine: true } : it))
    const nameAt = new Int32Array(length).fill(-1)
    for (const [number, { tokens }] of found.entries()) nameAt.fill(number, tokens.first, tokens.end)
    const roles = rolesOf({ doc: this.reader.doc, words: this.reader.words, world: this.reader.world, nameAt, names: found })
    return [...found, ...roles]
  }

  /** Cuts a run of capitalised words into names: those of the tables where they end, the unknown between them. */
  #run(first: number, end: number): void {
    const { folded } = this.reader.words
    let at = first
    let titled = false
    while (at < end) {
      const match = this.reader.match(at, end)
      const long = match && match.end - match.first > 1
      if (!long && this.reader.lexicon.titles.has(folded[at]!) && at + 1 < end && folded[at + 1] !== 'of') {
        titled = true
        this.#title = TITLES[folded[at]!]
        at += folded[at + 1] === '.' || this.reader.words.form[at + 1] === '.' ? 2 : 1
        continue
      }
      const office = !long && !titled ? this.reader.officeEnd(at, end) : 0
      if (office > 0) {
        titled = true
        at = office
        continue
      }
      if (!match) {
        const stop = this.reader.unknownEnd(at, end)
        this.#unknown(at, stop, titled)
        at = stop
      } else if (this.reader.wider(match, end, titled)) {
        this.#unknown(at, end, titled)
        return
      } else {
        this.#take(match, titled)
        at = match.end
      }
      titled = false
      this.#title = undefined
    }
  }

  #take(match: Match, titled = false): void {
    const { type, candidates, why } = meaningOf(match.entries, this.reader.world, this.reader.day)
    if (bare(match) && !titled && isPlace(this.reader, match, candidates)) return this.#unknown(match.first, match.end, false, candidates)
    if (type === 'organisation' && isTown(this.reader, match)) return this.#unknown(match.first, match.end, false)
    if (titled && match.end - match.first === 1 && type !== 'person') return this.#unknown(match.first, match.end, true)
    const first = this.reader.words.folded[match.first] === 'the' && match.end - match.first > 1 ? match.first + 1 : match.first
    this.#add(first, match.end, match.key, type, candidates, why)
  }

  /** A name as its words and neighbours tell it; `bearers` are those whose surname it would be, were it a person's. */
  #unknown(first: number, end: number, titled: boolean, bearers: readonly string[] = []): void {
    const { tokens, text } = this.reader.doc
    const { folded, form, namey, large } = this.reader.words
    while (end > first && namey[end - 1] === 0 && !/^[\d.]+$/.test(form[end - 1]!)) end--
    while (first < end && folded[first] === 'the') first++
    if (end <= first) return
    const key = fold(text.slice(tokens.start[first], tokens.end[end - 1]))
    if (
      key === '' ||
      (end - first === 1 &&
        (this.reader.lexicon.plain.has(key) ||
          (this.reader.lexicon.calendar.has(key) && !titled) ||
          this.reader.lexicon.titles.has(key) ||
          this.reader.lexicon.organisations.has(key) ||
          this.reader.lexicon.placeLast.has(key) ||
          this.reader.lexicon.things.has(key) ||
          this.reader.world.role(key) ||
          this.reader.world.office(key)))
    )
      return
    const typed = typeOf(this.reader.words, this.reader.lexicon, this.reader.world, first, end, key, titled)
    const { type, why } = typed
    const sector = typed.sector ?? (titled && type === 'person' ? this.#title : undefined)
    if (large[first] === 1 && type === 'other' && !titled) return
    this.#add(first, end, key, type, type === 'person' ? bearers : [], why, sector)
  }

  #add(first: number, end: number, key: string, type: NameType, candidates: readonly string[], why: string, sector?: string): void {
    const { start, end: ends } = this.reader.doc.tokens
    this.#found.push({
      span: { from: start[first]!, to: ends[end - 1]! },
      kind: type === 'nationality' ? 'nationality' : 'name',
      type,
      tokens: { first, end },
      head: end - 1,
      key,
      candidates,
      why,
      ...(sector !== undefined && { sector }),
    })
  }
}
