import { ENTRY_COLUMNS, EVENT_COLUMNS } from './columns.js'
import { EXPORTERS } from './exporters.js'
import type { Release } from './release.js'

const MEANING: Readonly<Record<string, string>> = {
  event: 'id of the event, stable while its first report stands',
  from: 'first day',
  to: 'last day',
  basis: 'how the day is known: stated, narrative, publication, unknown',
  type: 'PLOVER type',
  mode: 'PLOVER mode',
  contexts: 'PLOVER contexts',
  cameo: 'CAMEO code',
  quad: 'quad class 1–4: verbal and material cooperation, verbal and material conflict',
  goldstein: 'Goldstein score, −10 to 10',
  rule: 'the coding rule',
  status: 'actual, future, hypothetical, negated',
  historical: 'told only as background',
  actors: 'who acted',
  actor_countries: 'their countries (ISO 3166-1 alpha-3), in the same order',
  recipients: 'upon whom',
  recipient_countries: 'their countries',
  others: 'further participants, role=id',
  place: 'name of the place',
  place_country: 'its country',
  lat: 'latitude, degrees',
  lon: 'longitude, degrees',
  geonames: 'GeoNames id',
  reports: 'number of claims',
  documents: 'ids of the documents',
  known: 'publication day of the first report',
  responds_to: 'the event that this one answers',
  of: 'kind of relation',
  is: 'its value',
  since: 'first day on which it holds',
  until: 'last day; empty while it lasts',
  between: 'both sides',
  broker: 'who mediated',
  because: 'events that say so',
  contradicted_by: 'events of the same day that say otherwise',
}

const meaning = (name: string): string =>
  MEANING[name] ??
  (/_(best|low|high)$/.test(name)
    ? 'best, lowest and highest figure that anyone gave; never added up over reports'
    : 'side of the relation')

/** The page that goes with every release: its version, its files, its columns. */
export function columnsPage({ version, knownAt, events, entries }: Release, formats: readonly string[]): string {
  const rows = (columns: readonly { readonly name: string }[]): string =>
    columns.map(({ name }) => `| ${name} | ${meaning(name)} |`).join('\n')
  const titles = EXPORTERS.filter(({ format }) => formats.includes(format)).map(({ format, title }) => `- ${format}: ${title}`)
  return `# Codebook\n\nCoded by demarche ${version}${knownAt === null ? '' : `, as known on ${knownAt}`}: ${events.length} events, ${entries.length} entries.\n\n${titles.join('\n')}\n\n## Events\n| column | means |\n|---|---|\n${rows(EVENT_COLUMNS)}\n\n## Entries\n| column | means |\n|---|---|\n${rows(ENTRY_COLUMNS)}\n\nTypes, modes and codes: \`demarche codebook\`.\n`
}
