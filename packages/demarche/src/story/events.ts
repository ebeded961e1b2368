import type { EventRow, PartyRow } from '../spec/index.js'
import { byCodeUnit, contentId } from '../text/index.js'
import { figuresOf } from './figures.js'
import { compare } from './likeness.js'
import type { Report } from './report.js'

/** Order of reports that no order of input can change: by day of knowledge, document, claim. */
export const byKnowledge = (a: Report, b: Report): number =>
  byCodeUnit(a.known ?? '9999', b.known ?? '9999') || byCodeUnit(a.document, b.document) || byCodeUnit(a.claim.id, b.claim.id)

/** Reports that could be of one event share a block: type, and unordered parties. A claim stands in one block for each of its pairs; the first by code unit is its home. */
export function blockOf({ claim, actors, recipients }: Report): string {
  const ids = [...actors, ...recipients].map(({ id }) => id).toSorted(byCodeUnit)
  const first = ids[0] ?? ''
  const second = ids.find((id) => id !== first) ?? ''
  return `${claim.type ?? claim.rule}|${first}|${second}`
}

interface Cluster {
  readonly members: { readonly report: Report; readonly why: string }[]
}

/**
 * Merges the reports of one or more blocks into events. Pure and independent of the order of `reports`: each joins the first cluster, in order of
 * knowledge, with a member that it is the same as; a report that carries its own day is compared before one that has none.
 */
export function mergeReports(reports: readonly Report[]): EventRow[] {
  const blocks = new Map<string, Report[]>()
  for (const report of reports) {
    const block = blockOf(report)
    const there = blocks.get(block)
    if (there) there.push(report)
    else blocks.set(block, [report])
  }
  const events = [...blocks.values()].flatMap((block) => clusters(block).map(eventOf))
  return link(events, reports).toSorted((a, b) => byCodeUnit(a.when.from ?? '9999', b.when.from ?? '9999') || byCodeUnit(a.id, b.id))
}

function clusters(block: readonly Report[]): Cluster[] {
  const found: Cluster[] = []
  for (const report of block.toSorted(byKnowledge)) {
    const home = bestHome(found, report)
    if (home) home.cluster.members.push({ report, why: `merged because ${home.why}` })
    else found.push({ members: [{ report, why: 'first report' }] })
  }
  return found
}

function bestHome(found: readonly Cluster[], report: Report): { cluster: Cluster; why: string } | undefined {
  for (const cluster of found) {
    for (const member of cluster.members) {
      const { same, why } = compare(member.report, report)
      if (same) return { cluster, why }
    }
  }
  return undefined
}

function eventOf({ members }: Cluster): EventRow {
  const reports = members.map(({ report }) => report)
  const best = reports.toSorted((a, b) => precision(b) - precision(a) || b.claim.confidence - a.claim.confidence || byKnowledge(a, b))[0]!
  const { claim } = best
  const place = best.place ?? reports.find((it) => it.place !== undefined)?.place
  const known = reports.map((it) => it.known).filter((it) => it !== null)
  return {
    id: contentId('event', reports[0]!.document, reports[0]!.claim.id),
    type: claim.type,
    ...pick(claim),
    rule: claim.rule,
    status: claim.status,
    historical: reports.every((it) => it.claim.historical),
    actors: union(reports.map((it) => it.actors)),
    recipients: union(reports.map((it) => it.recipients)),
    others: unionOthers(reports),
    when: {
      ...(claim.when.from === undefined ? {} : { from: claim.when.from }),
      ...(claim.when.to === undefined ? {} : { to: claim.when.to }),
      basis: claim.when.basis,
    },
    ...(place === undefined ? {} : { where: placeOf(place) }),
    figures: figuresOf(reports),
    claims: members.map(({ report, why }) => ({ id: report.claim.id, document: report.document, known: report.known, why })),
    known: known.toSorted(byCodeUnit)[0] ?? null,
  }
}

/** How exactly a report dates its event: a stated day before a stated month before what was only inferred. */
function precision({ claim: { when } }: Report): number {
  const basis = { stated: 3, narrative: 2, publication: 1, unknown: 0 }[when.basis]
  const days =
    when.from === undefined || when.to === undefined
      ? 2
      : when.from === when.to
        ? 0
        : when.from.slice(0, 7) === when.to.slice(0, 7)
          ? 0.5
          : 1
  return basis - days * 0.6
}

function pick({
  mode,
  contexts,
  cameo,
  quad,
  goldstein,
}: Report['claim']): Pick<EventRow, 'mode' | 'contexts' | 'cameo' | 'quad' | 'goldstein'> {
  return Object.fromEntries(Object.entries({ mode, contexts, cameo, quad, goldstein }).filter(([, value]) => value !== undefined))
}

const placeOf = ({ name, kind, country, lat, lon, geonames }: NonNullable<Report['place']>): NonNullable<EventRow['where']> => ({
  name,
  kind,
  ...(country === undefined ? {} : { country }),
  ...(lat === undefined ? {} : { lat }),
  ...(lon === undefined ? {} : { lon }),
  ...(geonames === undefined ? {} : { geonames }),
})

function union(lists: readonly (readonly PartyRow[])[]): PartyRow[] {
  const all = new Map<string, PartyRow>()
  for (const party of lists.flat()) if (!all.has(party.id)) all.set(party.id, party)
  return [...all.values()].toSorted((a, b) => byCodeUnit(a.id, b.id))
}

function unionOthers(reports: readonly Report[]): EventRow['others'] {
  const all = new Map(reports.flatMap(({ others }) => others).map((it) => [`${it.role} ${it.id}`, { ...it }]))
  return [...all].toSorted(([a], [b]) => byCodeUnit(a, b)).map(([, it]) => it)
}

/** Carries "claim responds to claim" over to their events, across documents. */
function link(events: readonly EventRow[], reports: readonly Report[]): EventRow[] {
  const home = new Map(events.flatMap((event) => event.claims.map(({ id, document }) => [`${document} ${id}`, event.id] as const)))
  const answers = new Map<string, string>()
  for (const { claim, document } of reports) {
    const own = home.get(`${document} ${claim.id}`)
    const other = claim.respondsTo === undefined ? undefined : home.get(`${document} ${claim.respondsTo}`)
    if (own !== undefined && other !== undefined && own !== other && !answers.has(own)) answers.set(own, other)
  }
  return events.map((event) => (answers.has(event.id) ? { ...event, respondsTo: answers.get(event.id)! } : event))
}
