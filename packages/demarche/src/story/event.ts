import type { EventRow, PartyRow } from '../spec/index.js'
import { byCodeUnit, contentId } from '../text/index.js'
import { figuresOf } from './figures.js'
import { compare } from './likeness.js'
import { blockOf, byKnowledge, mergeBlock, type Member } from './merge.js'
import type { Report } from './report.js'

/** Merges the reports of one or more blocks into events, in order of day and id. Pure, and independent of the order of `reports`. */
export function mergeReports(reports: readonly Report[]): EventRow[] {
  const blocks = new Map<string, Report[]>()
  for (const report of reports) {
    const block = blockOf(report)
    const there = blocks.get(block)
    if (there) there.push(report)
    else blocks.set(block, [report])
  }
  return [...blocks.values()].flatMap((block) => mergeBlock(block).map(eventOf)).toSorted(byDay)
}

/** Order of events: by first day, those without one last, then id. */
export const byDay = (a: EventRow, b: EventRow): number =>
  byCodeUnit(a.when.from ?? '9999', b.when.from ?? '9999') || byCodeUnit(a.id, b.id)

/** The id of the event that a report begins. */
export const eventId = ({ document, claim }: Pick<Report, 'document' | 'claim'>): string => contentId('event', document, claim.id)

/** What the reports of one event say together, the first report first. What it responds to is told by its claims alone: their events are found in the store. */
export function eventOf(members: readonly Member[]): EventRow {
  const reports = members.map(({ report }) => report)
  const best = reports.length === 1 ? reports[0]! : reports.toSorted(byWorth)[0]!
  const { claim } = best
  const { from, to, basis } = claim.when
  const place = best.place ?? reports.find((it) => it.place !== undefined)?.place
  return {
    id: eventId(reports[0]!),
    type: claim.type,
    ...codeOf(claim),
    rule: claim.rule,
    status: claim.status,
    historical: reports.every((it) => it.claim.historical),
    actors: union(reports.map((it) => it.actors)),
    recipients: union(reports.map((it) => it.recipients)),
    others: unionOthers(reports),
    when: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), basis },
    ...(place === undefined ? {} : { where: place }),
    figures: figuresOf(members),
    claims: members.map((member) => evidenceOf(member, members)),
    known: firstKnown(reports),
  }
}

/** The first day on which any of them was known. */
function firstKnown(reports: readonly Report[]): EventRow['known'] {
  let first: EventRow['known'] = null
  for (const { known } of reports) if (known !== null && (first === null || known < first)) first = known
  return first
}

function evidenceOf({ report, like, copy }: Member, members: readonly Member[]): EventRow['claims'][number] {
  const { claim, document, known } = report
  return {
    id: claim.id,
    document,
    known,
    why: like === undefined ? 'first report' : `merged because ${compare(members[like]!.report, report).why}`,
    ...(copy === undefined ? {} : { copyOf: members[copy]!.report.document }),
    ...(claim.respondsTo === undefined ? {} : { respondsTo: claim.respondsTo }),
  }
}

const byWorth = (a: Report, b: Report): number =>
  precision(b) - precision(a) || b.claim.confidence - a.claim.confidence || byKnowledge(a, b)

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

type Code = Pick<EventRow, 'mode' | 'contexts' | 'cameo' | 'quad' | 'goldstein'>

/** What of its code a claim has, in one order of fields. */
function codeOf({ mode, contexts, cameo, quad, goldstein }: Report['claim']): Code {
  const code: { -readonly [Field in keyof Code]: Code[Field] } = {}
  if (mode !== undefined) code.mode = mode
  if (contexts !== undefined) code.contexts = contexts
  if (cameo !== undefined) code.cameo = cameo
  if (quad !== undefined) code.quad = quad
  if (goldstein !== undefined) code.goldstein = goldstein
  return code
}

function union(lists: readonly (readonly PartyRow[])[]): PartyRow[] {
  // Most events have one report, and most of its sides one party.
  if (lists.length === 1 && lists[0]!.length < 2) return [...lists[0]!]
  const all = new Map<string, PartyRow>()
  for (const parties of lists) for (const party of parties) if (!all.has(party.id)) all.set(party.id, party)
  return [...all.values()].sort((a, b) => byCodeUnit(a.id, b.id))
}

function unionOthers(reports: readonly Report[]): EventRow['others'] {
  const all = new Map<string, EventRow['others'][number]>()
  for (const { others } of reports) for (const it of others) all.set(`${it.role} ${it.id}`, { ...it })
  return all.size === 0 ? [] : [...all].sort(([a], [b]) => byCodeUnit(a, b)).map(([, it]) => it)
}
