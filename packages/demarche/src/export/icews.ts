import { tabLine, tableOf, type Column } from './cells.js'
import { carried, dyadsOf, type Dyad } from './dyads.js'
import { globalId } from './gdelt.js'
import type { Exporter, Release, Source } from './release.js'

/** A pair of an event with its first report. */
type Told = Dyad & { readonly first: Source | undefined }

async function* told({ events, source }: Release): AsyncGenerator<Told> {
  for (const dyad of carried(events).flatMap(dyadsOf)) {
    const [claim] = dyad.event.claims
    yield { ...dyad, first: claim && (await source(claim.document, claim.id)) }
  }
}

/** The 20 columns of the ICEWS files on Dataverse, in their order. */
const columns = (release: Release): Column<Told>[] => {
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
    { name: 'Sentence Number', of: ({ first }) => (first?.sentence ?? 0) + 1 },
    { name: 'Publisher', of: ({ first }) => first?.article.publisher },
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
  files: (release) => [{ name: 'icews.events.tab', content: tableOf(told(release), columns(release), tabLine) }],
}
