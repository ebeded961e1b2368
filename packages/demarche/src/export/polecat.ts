import type { EventRow, PartyRow } from '../spec/index.js'
import { tabLine, tableOf, type Cell, type Column } from './cells.js'
import type { Exporter, Release, Source } from './release.js'

const join = (values: readonly Cell[]): string => [...new Set(values.filter((it) => it !== undefined && it !== ''))].join(';')

/** The eight columns of one side. POLECAT lists several parties in one cell, as we do. */
const side = (name: string, of: (event: EventRow) => readonly PartyRow[], { countries }: Release): Column<Told>[] => [
  { name: `${name} Name`, of: (event) => join(of(event).map((it) => it.name)) },
  { name: `${name} Country`, of: (event) => join(of(event).map(({ country }) => country)) },
  {
    name: `${name} COW`,
    of: (event) => join(of(event).map(({ country }) => (country === undefined ? undefined : countries.get(country)?.cow))),
  },
  { name: `Primary ${name} Sector`, of: (event) => of(event)[0]?.sector },
  { name: `${name} Sectors`, of: (event) => join(of(event).map(({ sector }) => sector)) },
  { name: `${name} Title`, of: () => undefined },
  { name: `${name} Name Raw`, of: (event) => join(of(event).map((it) => it.name)) },
  { name: `Wikipedia ${name} ID`, of: () => undefined },
]

/** An event with its first report. */
type Told = EventRow & { readonly first: Source | undefined }

async function* told({ events, source }: Release): AsyncGenerator<Told> {
  for (const event of events.filter(({ type, status }) => type !== null && status === 'actual')) {
    const [claim] = event.claims
    yield { ...event, first: claim && (await source(claim.document, claim.id)) }
  }
}

/** The 40 columns of POLECAT, in their order. */
const columns = (release: Release): Column<Told>[] => {
  return [
    { name: 'Event ID', of: ({ id }) => id },
    { name: 'Event Date', of: ({ when }) => when.from },
    { name: 'Event Type', of: ({ type }) => type },
    { name: 'Event Mode', of: ({ mode }) => mode },
    { name: 'Intensity', of: ({ goldstein }) => goldstein },
    { name: 'Quad Code', of: ({ quad }) => quad },
    { name: 'Contexts', of: ({ contexts }) => contexts?.join(';') },
    ...side('Actor', ({ actors }) => actors, release),
    ...side('Recipient', ({ recipients }) => recipients, release),
    { name: 'Placename', of: ({ where }) => where?.name },
    { name: 'City', of: ({ where }) => (where?.lat === undefined ? undefined : where.name) },
    { name: 'District', of: () => undefined },
    { name: 'Province', of: () => undefined },
    { name: 'Country', of: ({ where }) => where?.country },
    { name: 'Latitude', of: ({ where }) => where?.lat },
    { name: 'Longitude', of: ({ where }) => where?.lon },
    { name: 'GeoNames ID', of: ({ where }) => where?.geonames },
    { name: 'Raw Placename', of: ({ where }) => where?.name },
    { name: 'Feature Type', of: () => undefined },
    { name: 'Source', of: ({ first }) => first?.article.publisher },
    { name: 'Publication Date', of: ({ known }) => known },
    { name: 'Story People', of: () => undefined },
    { name: 'Story Organizations', of: () => undefined },
    { name: 'Story Locations', of: () => undefined },
    { name: 'Language', of: ({ first }) => first?.article.language },
    { name: 'Version', of: () => release.version },
  ]
}

/** The layout of POLECAT: tab-separated, with a head line. Only what happened and has a type. */
export const polecat: Exporter = {
  format: 'polecat',
  title: 'POLECAT (40 columns)',
  files: (release) => [
    {
      name: 'polecat.events.txt',
      content: tableOf(told(release), columns(release), tabLine),
    },
  ],
}
