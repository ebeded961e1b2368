import { tabLine, table, type Column } from './cells.js'
import { carried, dyadsOf, type Dyad } from './dyads.js'
import { globalId } from './gdelt.js'
import type { Exporter, Release } from './release.js'

const first = ({ source }: Release, { event }: Dyad): ReturnType<Release['source']> =>
  event.claims[0] && source(event.claims[0].document, event.claims[0].id)

/** The 20 columns of the ICEWS files on Dataverse, in their order. */
const columns = (release: Release): Column<Dyad>[] => {
  const country = (code: string | undefined): string | undefined =>
    code === undefined ? undefined : (release.countries.get(code)?.name ?? code)
  return [
    { name: 'Event ID', of: globalId },
    { name: 'Event Date', of: ({ event }) => event.when.from },
    { name: 'Source Name', of: ({ actor }) => actor?.name },
    { name: 'Source Sectors', of: ({ actor }) => actor?.sector },
    { name: 'Source Country', of: ({ actor }) => country(actor?.country) },
    { name: 'Event Text', of: ({ event }) => release.cameo.get(event.cameo ?? '') ?? event.type },
    { name: 'CAMEO Code', of: ({ event }) => event.cameo },
    { name: 'Intensity', of: ({ event }) => event.goldstein },
    { name: 'Target Name', of: ({ recipient }) => recipient?.name },
    { name: 'Target Sectors', of: ({ recipient }) => recipient?.sector },
    { name: 'Target Country', of: ({ recipient }) => country(recipient?.country) },
    { name: 'Story ID', of: ({ event }) => event.claims[0]?.document },
    { name: 'Sentence Number', of: (dyad) => (first(release, dyad)?.sentence ?? 0) + 1 },
    { name: 'Publisher', of: (dyad) => first(release, dyad)?.article.publisher },
    { name: 'City', of: ({ event }) => (event.where?.lat === undefined ? undefined : event.where.name) },
    { name: 'District', of: () => undefined },
    { name: 'Province', of: () => undefined },
    { name: 'Country', of: ({ event }) => country(event.where?.country) },
    { name: 'Latitude', of: ({ event }) => event.where?.lat },
    { name: 'Longitude', of: ({ event }) => event.where?.lon },
  ]
}

/** The layout of ICEWS (Dataverse): tab-separated, with a head line, ISO days. */
export const icews: Exporter = {
  format: 'icews',
  title: 'ICEWS (20 columns)',
  files: (release) => [{ name: 'icews.events.tab', content: table(carried(release.events).flatMap(dyadsOf), columns(release), tabLine) }],
}
