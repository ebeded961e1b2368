import type { DocumentRow } from '../../packages/demarche/src/spec/index.js'

type Claim = DocumentRow['claims'][number]
type Participant = Claim['actors'][number]

/** What a careful reader takes from one place of an article; a field that is absent is not asked. `at` is words that the claim's sentence overlaps. */
export interface Fact {
  readonly id: string
  readonly at: string
  /** PLOVER types that a reader allows; `null` stands for what the scheme has no type for. */
  readonly types?: readonly (string | null)[] | null
  readonly modes?: readonly string[]
  /** Beginnings of the CAMEO codes that a reader allows. */
  readonly cameo?: readonly string[]
  readonly status?: string
  readonly historical?: boolean
  /** Each must be an actor: an ISO code, else a part of the name or of the words. */
  readonly actors?: readonly string[]
  readonly recipients?: readonly string[]
  /** Each must be an actor or a recipient. */
  readonly between?: readonly string[]
  /** Each must take part in some way. */
  readonly involves?: readonly string[]
  /** None may be an actor or a recipient. */
  readonly notParty?: readonly string[]
  /** First and last day of the widest interval that a reader accepts, with `slack` days (3) either side. */
  readonly when?: readonly [string, string]
  readonly slack?: number
  readonly where?: string
  readonly figures?: readonly { readonly kind: string; readonly min?: number; readonly max?: number }[]
  /** Each must be in the chain of attribution, as a source or as its medium. */
  readonly attribution?: readonly string[]
  /** The fact, told before, whose claim this one must answer. */
  readonly respondsTo?: string
}

export const overlaps = (span: { from: number; to: number } | undefined, [from, to]: readonly [number, number]): boolean =>
  span !== undefined && span.from < to && from < span.to

/** Whether a participant is whom a reader names. */
export function isNamed(row: DocumentRow, it: Pick<Participant, 'span'> & { actor?: string; country?: string }, wanted: string): boolean {
  const known = row.actors.find(({ id }) => id === it.actor)
  const words = row.article.text.slice(it.span.from, it.span.to)
  const names = [it.country, it.actor, known?.name, known?.country, words].filter((name) => name !== undefined)
  if (!/^[A-Z]{2,6}$/.test(wanted)) return names.some((name) => name.toLowerCase().includes(wanted.toLowerCase()))
  return names.some((name) => new RegExp(`\\b${wanted}\\b`).test(name))
}

/** What a claim lacks of a fact: nothing where it has every field that the fact names. */
export function lacking(row: DocumentRow, claim: Claim, fact: Fact, claims: ReadonlyMap<string, Claim>): string[] {
  const lacks: string[] = []
  const ask = (holds: boolean, what: string): void => void (holds || lacks.push(what))
  const among = (list: readonly Parameters<typeof isNamed>[1][], wanted: string): boolean => list.some((it) => isNamed(row, it, wanted))
  const both = [...claim.actors, ...claim.recipients]
  if (fact.types !== undefined) ask((fact.types ?? [null]).includes(claim.type), `type ${claim.type}`)
  if (fact.modes) ask(fact.modes.includes(claim.mode ?? ''), `mode ${claim.mode}`)
  if (fact.cameo)
    ask(
      fact.cameo.some((code) => claim.cameo?.startsWith(code)),
      `cameo ${claim.cameo}`,
    )
  if (fact.status) ask(claim.status === fact.status, `status ${claim.status}`)
  if (fact.historical !== undefined) ask(claim.historical === fact.historical, `historical ${claim.historical}`)
  for (const it of fact.actors ?? []) ask(among(claim.actors, it), `actor ${it}`)
  for (const it of fact.recipients ?? []) ask(among(claim.recipients, it), `recipient ${it}`)
  for (const it of fact.between ?? []) ask(among(both, it), `party ${it}`)
  for (const it of fact.involves ?? []) ask(among([...both, ...(claim.others ?? [])], it), `involved ${it}`)
  for (const it of fact.notParty ?? []) ask(!among(both, it), `${it} is no party`)
  if (fact.when) ask(within(claim, fact.when, fact.slack ?? 3), `when ${claim.when.from}..${claim.when.to}`)
  if (fact.where) ask(placeOf(row, claim).includes(fact.where), `where ${placeOf(row, claim) || 'nowhere'}`)
  for (const { kind, min, max } of fact.figures ?? [])
    ask(
      (claim.figures ?? []).some(
        (it) => it.kind === kind && (min === undefined || it.min === min) && (max === undefined || it.max === max),
      ),
      `figure ${kind} ${min}`,
    )
  for (const it of fact.attribution ?? [])
    ask(among(claim.attribution, it) || claim.attribution.some(({ medium }) => medium?.includes(it)), `according to ${it}`)
  if (fact.respondsTo)
    ask(claim.respondsTo !== undefined && claim.respondsTo === claims.get(fact.respondsTo)?.id, `in response to ${fact.respondsTo}`)
  return lacks
}

const DAY = 86_400_000

function within({ when }: Claim, [from, to]: readonly [string, string], slack: number): boolean {
  if (!when.from || !when.to) return false
  return Date.parse(when.from) >= Date.parse(from) - slack * DAY && Date.parse(when.to) <= Date.parse(to) + slack * DAY
}

function placeOf(row: DocumentRow, { where }: Claim): string {
  const place = where && row.places[where.place]
  return place ? `${place.name} ${row.article.text.slice(place.span.from, place.span.to)}` : ''
}
