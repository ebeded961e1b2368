import type { ActorRow, ArticleRow, ClaimRow, DocumentRow, EventRow, PartyRow } from '../spec/index.js'
import type { Day } from '../time/index.js'
import { corrected, type Correction } from './corrections.js'
import { sketchOf } from './near.js'

/** A claim with what its document knows: all that merging needs. */
export interface Report {
  readonly document: string
  /** Publication day of the document; null when nothing says it. */
  readonly known: Day | null
  /** Who published it, for figures: publisher, else the document's id. */
  readonly source: string
  readonly claim: ClaimRow
  readonly actors: readonly PartyRow[]
  readonly recipients: readonly PartyRow[]
  readonly others: readonly { readonly role: string; readonly id: string; readonly name: string }[]
  readonly place?: NonNullable<EventRow['where']>
  /** Hashes (12 bits) of the folded content words of the claim's sentence, sorted, each once. */
  readonly words: readonly number[]
  /** Sketch of the article for finding near-duplicates. */
  readonly sketch: string
  /** Labels that people gave: one label to merge is one event, two labels to split are two. */
  readonly merge?: string
  readonly split?: string
}

// Officials, forces, courts and agencies act for their state; parties, rebels, companies and citizens act for themselves.
const OF_THE_STATE = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'SPY', 'COP'])

/** The party that a participant stands for: its state, where it acts for one, else itself; an unknown phrase stands for its own words. */
export function partyOf(text: string, actors: ReadonlyMap<string, ActorRow>, it: ClaimRow['actors'][number]): PartyRow {
  const actor = it.actor === undefined ? undefined : actors.get(it.actor)
  const country = it.country ?? actor?.country
  const sector = it.sector ?? actor?.sector
  if (country !== undefined && (actor?.kind === 'state' || (sector !== undefined && OF_THE_STATE.has(sector)))) {
    // A de facto state is a party of its own, whatever its ground is reckoned to.
    const code = actor?.kind === 'state' ? actor.id.slice('state:'.length) : country
    return { id: `state:${code}`, name: actors.get(`state:${code}`)?.name ?? code, country: code, sector: 'GOV' }
  }
  const words = text.slice(it.span.from, it.span.to)
  const party: Writable<PartyRow> = { id: it.actor ?? `words:${fold(words)}`, name: actor?.name ?? words }
  if (country !== undefined) party.country = country
  if (sector !== undefined) party.sector = sector
  return party
}

type Writable<T> = { -readonly [Field in keyof T]: T[Field] }

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(the|a|an) /, '')
    .replace(/\s+/g, ' ')

/** The claims of a coded document as reports, after its corrections. */
export function reportsOf(row: DocumentRow, corrections: readonly Correction[] = []): Report[] {
  const actors = new Map(row.actors.map((actor) => [actor.id, actor]))
  const { text, published, publisher } = row.article
  const sketch = row.claims.length > 0 ? sketchOf(keptText(row.article)) : ''
  return corrected(row, corrections).map(({ claim, merge, split, place: said }) => {
    const party = (it: ClaimRow['actors'][number]): PartyRow => partyOf(text, actors, it)
    const found = claim.where === undefined ? undefined : row.places[claim.where.place]
    const place =
      said === undefined ? found && placeOf(found) : { name: said.name, ...(said.country === undefined ? {} : { country: said.country }) }
    const report: Report = {
      document: row.id,
      known: published?.day ?? null,
      source: publisher ?? row.id,
      claim,
      actors: once(claim.actors.map(party)),
      recipients: once(claim.recipients.map(party)),
      others: claim.others === undefined ? [] : othersOf(text, actors, claim.others),
      ...(place === undefined ? {} : { place }),
      words: contentWords(text.slice(claim.sentence.from, claim.sentence.to)),
      sketch,
    }
    if (merge === undefined && split === undefined) return report
    return { ...report, ...(merge === undefined ? {} : { merge }), ...(split === undefined ? {} : { split }) }
  })
}

const othersOf = (text: string, actors: ReadonlyMap<string, ActorRow>, all: NonNullable<ClaimRow['others']>): Report['others'] =>
  all.map((it) => {
    const { id, name } = partyOf(text, actors, it)
    return { role: it.role, id, name }
  })

/** Each party once. */
const once = (parties: PartyRow[]): PartyRow[] =>
  parties.length < 2 ? parties : parties.filter(({ id }, i) => parties.findIndex((it) => it.id === id) === i)

/** The text of an article without what was removed. */
export function keptText({ text, removed }: ArticleRow): string {
  let kept = ''
  let at = 0
  for (const { span } of removed.toSorted((a, b) => a.span.from - b.span.from)) {
    if (span.from > at) kept += `${text.slice(at, span.from)} `
    at = Math.max(at, span.to)
  }
  return kept + text.slice(at)
}

const placeOf = ({ name, kind, country, lat, lon, geonames }: DocumentRow['places'][number]): NonNullable<EventRow['where']> => ({
  name,
  kind,
  ...(country === undefined ? {} : { country }),
  ...(lat === undefined ? {} : { lat }),
  ...(lon === undefined ? {} : { lon }),
  ...(geonames === undefined ? {} : { geonames }),
})

// Short words say little of which event a sentence tells; six letters of a stem join "expelled", "expels" and "expulsion" only in part, but cheaply.
function contentWords(sentence: string): number[] {
  const found = ASCII.test(sentence)
    ? asciiWords(sentence)
    : (sentence.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => hash12(word))
  return inOrder(found)
}

/** Words up to which putting each in its place is the quickest way to order them. */
const FEW = 64

/** Numbers in order, each once. */
function inOrder(found: number[]): number[] {
  if (found.length > FEW) return [...new Set(found)].sort((a, b) => a - b)
  let length = 0
  for (let i = 0; i < found.length; i++) {
    const it = found[i]!
    let at = length
    while (at > 0 && found[at - 1]! > it) at--
    if (at > 0 && found[at - 1] === it) continue
    // By hand: `copyWithin` of a list is many times slower.
    for (let to = length++; to > at; to--) found[to] = found[to - 1]!
    found[at] = it
  }
  found.length = length
  return found
}

// eslint-disable-next-line no-control-regex
const ASCII = /^[\x00-\x7f]*$/

/** The same for a sentence of plain letters, read once: most are. */
function asciiWords(sentence: string): number[] {
  const found: number[] = []
  let [length, hash] = [0, 0]
  for (let i = 0; i <= sentence.length; i++) {
    const unit = lower(sentence.charCodeAt(i))
    if (unit > 0) {
      if (length === 0) hash = 0x811c9dc5
      if (length++ < STEM) hash = Math.imul(hash ^ unit, 0x01000193)
    } else {
      if (length >= SHORTEST) found.push(folded12(hash))
      length = 0
    }
  }
  return found
}

/** A letter in lower case, or a digit; 0 for all else, and at the end. */
function lower(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return unit
  if (unit >= 0x41 && unit <= 0x5a) return unit + 0x20
  return unit >= 0x30 && unit <= 0x39 ? unit : 0
}

const SHORTEST = 4
const STEM = 6

function hash12(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length && i < STEM; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return folded12(hash)
}

const folded12 = (hash: number): number => (hash ^ (hash >>> 12) ^ (hash >>> 24)) & 0xfff
