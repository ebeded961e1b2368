import { sidesOf } from 'demarche/ledger'
import type { EventRow, PartyRow } from 'demarche/spec'
import type { Changes, EventChange } from 'demarche/store'
import { NEVER } from '../postgres/events.js'

/** A text as it is looked for: there is no half of a pair of surrogates in UTF-8, and no NUL in a parameter. */
export const keyOf = (text: string): string => Buffer.from(text).toString().replaceAll('\0', '\ufffd')

/** What is looked for in each version of an event. */
function columnsOf(event: EventRow): object {
  return {
    type: keyOf(event.type ?? ''),
    status: event.status,
    historical: event.historical,
    first: event.when.from ?? '',
    last: event.when.to ?? '',
    place: keyOf(event.where?.name ?? ''),
    country: keyOf(event.where?.country ?? ''),
    quad: event.quad ?? 0,
    goldstein: event.goldstein === undefined ? null : Math.round(event.goldstein * 100),
    parties: once([...event.actors, ...event.recipients].map(({ id }) => id)),
    others: once([...event.others.map(({ id }) => id), ...(event.where === undefined ? [] : [`place:${event.where.name}`])]),
    row: JSON.stringify(event),
  }
}

const once = (ids: readonly string[]): string[] => [...new Set(ids.map(keyOf))]

export function eventRow({ id, versions, sentences }: EventChange, version: number): object {
  const now = versions.at(-1)?.event
  if (!now) return { id, version, gone: 1 }
  return {
    id,
    version,
    gone: 0,
    ...columnsOf(now),
    known: now.known ?? NEVER,
    told: now.claims.at(-1)?.known ?? NEVER,
    claims: now.claims.flatMap((claim) => [keyOf(claim.id), keyOf(`${claim.document}\t${claim.id}`)]),
    sentences: sentences.map((it) => ` ${it} `),
    words: [...new Set(sentences.flatMap((it) => it.split(' ')))],
    earlier: versions
      .slice(0, -1)
      .map(({ known, event }) => ({ known: known ?? NEVER, reports: event.claims.length, ...columnsOf(event) })),
  }
}

export function relationRow({ relation, entries }: Changes['relations'][number], version: number): object {
  return entries.length === 0
    ? { relation: keyOf(relation), version, gone: 1 }
    : {
        relation: keyOf(relation),
        version,
        gone: 0,
        sides: once(entries.flatMap(sidesOf)),
        rows: entries.map((entry) => JSON.stringify(entry)),
      }
}

export const partyRow = ({ id, name, country = '', sector = '' }: PartyRow, version: number): object => ({
  id: keyOf(id),
  version,
  gone: 0,
  name: keyOf(name),
  country: keyOf(country),
  sector: keyOf(sector),
})

export const toParty = ({ id, name, country, sector }: Required<PartyRow>): PartyRow => ({
  id,
  name,
  ...(country === '' ? {} : { country }),
  ...(sector === '' ? {} : { sector }),
})
