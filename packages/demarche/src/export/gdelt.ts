import { ordinal } from '../time/index.js'
import { sha256 } from '../text/index.js'
import { tabLine, type Cell } from './cells.js'
import { carried, dyadsOf, type Dyad } from './dyads.js'
import type { Exporter, Release, Source } from './release.js'

// Column order of the two tables of GDELT 2.0: 61 and 16 columns, tab-separated, without a head line.

/** GDELT ids are numbers: 15 digits of the hash of the event and its pair, so that the same event keeps its number in every release. */
export const globalId = ({ event, number }: Dyad): number => Number.parseInt(sha256(`${event.id}/${number}`, 12), 16)

const compact = (day: string | undefined | null): number | undefined => (day ? Number(day.replaceAll('-', '')) : undefined)
const stamp = (day: string | undefined | null): number | undefined => (day ? Number(`${day.replaceAll('-', '')}000000`) : undefined)

/** Year with the share of it that had passed, in hundredths of per cent, as GDELT's FractionDate. */
function fraction(day: string | undefined): number | undefined {
  if (day === undefined) return undefined
  const year = Number(day.slice(0, 4))
  return Math.round((year + (ordinal(day) - ordinal(`${day.slice(0, 4)}-01-01`)) / 365) * 10_000) / 10_000
}

// GDELT's own kinds of actor: three letters, as CAMEO has them.
const ROLE: Readonly<Record<string, string>> = {
  PTY: 'PTY',
  LEG: 'LEG',
  JRN: 'MED',
  IGO: 'IGO',
  NGO: 'NGO',
  GOV: 'GOV',
  MIL: 'MIL',
  REB: 'REB',
  OPP: 'OPP',
  COP: 'COP',
  JUD: 'JUD',
  SPY: 'SPY',
  BUS: 'BUS',
  CVL: 'CVL',
  EDU: 'EDU',
  CRM: 'CRM',
  UAF: 'UAF',
}

function actor(party: Dyad['actor']): Cell[] {
  if (!party) return Array.from({ length: 10 }, () => undefined)
  const role = ROLE[party.sector ?? '']
  const country = party.country ?? ''
  return [
    `${country}${role ?? ''}` || undefined,
    party.name.toUpperCase(),
    country || undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    role,
    undefined,
    undefined,
  ]
}

const nowhere: Cell[] = [0, undefined, undefined, undefined, undefined, undefined, undefined, undefined]

function place({ where }: Dyad['event']): Cell[] {
  if (!where) return nowhere
  // 1: a country, 4: a place elsewhere than in the United States, 3: one in it.
  const kind = where.lat === undefined ? 1 : where.country === 'USA' ? 3 : 4
  return [kind, where.name, where.country, undefined, undefined, where.lat, where.lon, where.geonames]
}

async function row(dyad: Dyad, { source }: Release): Promise<Cell[]> {
  const { event } = dyad
  const first = event.claims[0]
  const reports: Source[] = []
  for (const { id, document } of event.claims) reports.push(...[(await source(document, id)) ?? []].flat())
  const outlets = new Set(reports.map(({ article }) => article.publisher ?? article.uri ?? ''))
  const { from } = event.when
  return [
    globalId(dyad),
    compact(from),
    from && Number(from.slice(0, 7).replace('-', '')),
    from && Number(from.slice(0, 4)),
    fraction(from),
    ...actor(dyad.actor),
    ...actor(dyad.recipient),
    1,
    event.cameo,
    event.cameo?.slice(0, 3),
    event.cameo?.slice(0, 2),
    event.quad,
    event.goldstein,
    event.claims.length,
    Math.max(outlets.size, 1),
    new Set(event.claims.map(({ document }) => document)).size,
    undefined,
    ...nowhere,
    ...nowhere,
    ...place(event),
    stamp(event.known),
    first && (await source(first.document, first.id))?.article.uri,
  ]
}

function mention(dyad: Dyad, { article, claim, sentence }: Source): Cell[] {
  return [
    globalId(dyad),
    stamp(dyad.event.when.from),
    stamp(article.published?.day),
    1,
    article.publisher,
    article.uri,
    sentence + 1,
    claim.actors[0]?.span.from ?? -1,
    claim.recipients[0]?.span.from ?? -1,
    claim.trigger.from,
    1,
    Math.round(claim.confidence * 10) * 10,
    article.text.length,
    undefined,
    undefined,
    undefined,
  ]
}

const dyads = ({ events }: Release): Dyad[] => carried(events).flatMap(dyadsOf)

async function* eventLines(release: Release): AsyncGenerator<string> {
  for (const dyad of dyads(release)) yield tabLine(await row(dyad, release))
}

async function* mentionLines(release: Release): AsyncGenerator<string> {
  for (const dyad of dyads(release)) {
    for (const { id, document } of dyad.event.claims) {
      const source = await release.source(document, id)
      if (source) yield tabLine(mention(dyad, source))
    }
  }
}

/** GDELT 2.0 events and mentions. Tone is not measured and stays empty; background, plans and denials are left out, for the format cannot tell them apart. */
export const gdelt: Exporter = {
  format: 'gdelt',
  title: 'GDELT 2.0 events (61 columns) and mentions (16)',
  files: (release) => [
    { name: 'gdelt.export.CSV', content: eventLines(release) },
    { name: 'gdelt.mentions.CSV', content: mentionLines(release) },
  ],
}
