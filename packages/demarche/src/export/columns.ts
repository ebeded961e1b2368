import type { EntryRow, EventRow } from '../spec/index.js'
import type { Column } from './cells.js'

const ids = (parties: EventRow['actors']): string => parties.map(({ id }) => id).join(';')
const countries = (parties: EventRow['actors']): string => parties.map(({ country }) => country ?? '').join(';')

const figure = (kind: string, bound: 'best' | 'low' | 'high'): Column<EventRow> => ({
  name: `${kind}_${bound}`,
  of: ({ figures }) => figures.find((it) => it.kind === kind)?.[bound],
})

/** The columns of an event in csv and parquet. Lists are joined by semicolons. */
export const EVENT_COLUMNS: readonly Column<EventRow>[] = [
  { name: 'event', of: ({ id }) => id },
  { name: 'from', of: ({ when }) => when.from },
  { name: 'to', of: ({ when }) => when.to },
  { name: 'basis', of: ({ when }) => when.basis },
  { name: 'type', of: ({ type }) => type },
  { name: 'mode', of: ({ mode }) => mode },
  { name: 'contexts', of: ({ contexts }) => contexts?.join(';') },
  { name: 'cameo', of: ({ cameo }) => cameo },
  { name: 'quad', of: ({ quad }) => quad },
  { name: 'goldstein', of: ({ goldstein }) => goldstein },
  { name: 'rule', of: ({ rule }) => rule },
  { name: 'status', of: ({ status }) => status },
  { name: 'historical', of: ({ historical }) => historical },
  { name: 'actors', of: ({ actors }) => ids(actors) },
  { name: 'actor_countries', of: ({ actors }) => countries(actors) },
  { name: 'recipients', of: ({ recipients }) => ids(recipients) },
  { name: 'recipient_countries', of: ({ recipients }) => countries(recipients) },
  { name: 'others', of: ({ others }) => others.map(({ role, id }) => `${role}=${id}`).join(';') },
  { name: 'place', of: ({ where }) => where?.name },
  { name: 'place_country', of: ({ where }) => where?.country },
  { name: 'lat', of: ({ where }) => where?.lat },
  { name: 'lon', of: ({ where }) => where?.lon },
  { name: 'geonames', of: ({ where }) => where?.geonames },
  ...['killed', 'wounded', 'displaced', 'arrested'].flatMap((kind) => [figure(kind, 'best'), figure(kind, 'low'), figure(kind, 'high')]),
  { name: 'reports', of: ({ claims }) => claims.length },
  { name: 'documents', of: ({ claims }) => [...new Set(claims.map(({ document }) => document))].join(';') },
  { name: 'known', of: ({ known }) => known },
  { name: 'responds_to', of: ({ respondsTo }) => respondsTo },
]

const SIDES = ['from', 'at', 'by', 'on', 'to', 'toward', 'member', 'in', 'holder', 'place', 'actor'] as const

/** The columns of an entry: a side that its kind does not have is empty. */
export const ENTRY_COLUMNS: readonly Column<EntryRow>[] = [
  { name: 'of', of: (it) => it.of },
  { name: 'is', of: (it) => it.is },
  { name: 'since', of: (it) => it.since },
  { name: 'until', of: (it) => it.until },
  ...SIDES.map((side): Column<EntryRow> => ({ name: side, of: (it) => it[side] })),
  { name: 'between', of: ({ between }) => between?.join(';') },
  { name: 'broker', of: ({ broker }) => broker?.join(';') },
  { name: 'basis', of: ({ basis }) => basis },
  { name: 'because', of: ({ because }) => because.join(';') },
  { name: 'contradicted_by', of: ({ contradictedBy }) => contradictedBy?.join(';') },
]
