import type { ClaimRow, DocumentRow } from '../spec/index.js'
import { byCodeUnit, sha256 } from '../text/index.js'

/** What is coded of a claim, by the machine and by people. Lists are ids or words, joined by semicolons and sorted. */
export const FIELDS = ['type', 'status', 'actors', 'recipients', 'day'] as const
export type Field = (typeof FIELDS)[number]
export type Coding = Readonly<Partial<Record<Field, string>>>

/** A line of a sheet for coding by hand. */
export interface Line {
  readonly claim: string
  readonly document: string
  readonly published: string
  readonly title: string
  /** The sentence with the act's word in 【】. */
  readonly sentence: string
  readonly machine: Coding
}

/** What people fill in: `yes` where the machine is right in everything, `no event` for what is none; else what is right, field by field. */
export const ANSWERS = ['right', ...FIELDS.map((it) => `right_${it}`), 'note'] as const

/** The machine's coding of a claim. */
export const codingOf = (claim: ClaimRow): Coding => ({
  type: claim.type ?? claim.rule,
  status: claim.status,
  actors: parties(claim.actors),
  recipients: parties(claim.recipients),
  ...(claim.when.from === undefined
    ? {}
    : { day: claim.when.from === claim.when.to ? claim.when.from : `${claim.when.from}..${claim.when.to ?? ''}` }),
})

const parties = (of: ClaimRow['actors']): string =>
  [...new Set(of.map(({ actor, country }) => actor ?? country ?? '?'))].toSorted(byCodeUnit).join(';')

export function lineOf({ id, article }: DocumentRow, claim: ClaimRow): Line {
  const { sentence, trigger } = claim
  const text = (from: number, to: number): string => article.text.slice(from, to)
  return {
    claim: claim.id,
    document: id,
    published: article.published?.day ?? '',
    title: article.title ?? '',
    sentence: `${text(sentence.from, trigger.from)}【${text(trigger.from, trigger.to)}】${text(trigger.to, sentence.to)}`.replace(
      /\s+/g,
      ' ',
    ),
    machine: codingOf(claim),
  }
}

/**
 * A sample of `size` lines, as many of each type as there are, in an order that tells nothing. Chance is a hash of the claim and the seed, so one seed gives one
 * sample, whatever the order of the documents.
 */
export class Sample {
  readonly #size: number
  readonly #seed: string
  readonly #types = new Map<string, { readonly chance: string; readonly line: Line }[]>()

  constructor(size: number, seed: string) {
    this.#size = size
    this.#seed = seed
  }

  add(line: Line): void {
    const type = line.machine.type ?? ''
    const kept = this.#types.get(type) ?? []
    this.#types.set(type, kept)
    kept.push({ chance: sha256(`${this.#seed}\n${line.document}\n${line.claim}`), line })
    if (kept.length < this.#size * 2) return
    kept.sort((a, b) => byCodeUnit(a.chance, b.chance))
    kept.length = this.#size
  }

  lines(): Line[] {
    const types = [...this.#types.values()].map((kept) => kept.toSorted((a, b) => byCodeUnit(a.chance, b.chance)))
    const rounds = Array.from({ length: this.#size }, (_, i) =>
      types.flatMap((kept) => kept[i] ?? []).toSorted((a, b) => byCodeUnit(a.chance, b.chance)),
    )
    return rounds
      .flat()
      .slice(0, this.#size)
      .toSorted((a, b) => byCodeUnit(a.chance, b.chance))
      .map(({ line }) => line)
  }
}
