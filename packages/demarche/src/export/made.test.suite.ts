import { reportsOf, mergeReports } from '../story/index.js'
import { fold } from '../ledger/index.js'
import { EFFECTS, telling } from '../store/contract.test.suite.js'
import type { ExportFile, Release } from './release.js'

/** A release of three made events, one with a hostile place, one without a country. */
export function madeRelease(): Release {
  const rows = [
    telling({ id: 'a', day: '2024-06-14', on: '2024-06-13', killed: 3 }),
    telling({ id: 'b', day: '2024-06-15', on: '2024-06-13', killed: 5 }),
    telling({ id: 'c', day: '2024-07-02', who: ['RUS', 'GBR'] }),
  ]
  const reports = rows
    .flatMap((row) => reportsOf(row))
    .map((it) => ({ ...it, claim: { ...it.claim, cameo: '161', quad: 4, goldstein: -4 } }))
  const events = mergeReports(reports).map((event, i) =>
    i === 0
      ? { ...event, where: { name: '=HYPERLINK("x")\t"Minsk", <b>', country: 'BLR', lat: 53.9, lon: 27.56, geonames: 625144 } }
      : event,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    version: '0.0.0+test',
    knownAt: '2024-12-31',
    events,
    entries: fold(events, EFFECTS),
    source: async (document, claim) => {
      const row = byId.get(document)
      const found = row?.claims.find(({ id }) => id === claim)
      return row && found ? { article: { ...row.article, uri: `https://example.org/${row.id}` }, claim: found, sentence: 0 } : undefined
    },
    countries: new Map([
      ['ARM', { name: 'Armenia', cow: 371, gw: 371 }],
      ['BLR', { name: 'Belarus', cow: 370, gw: 370 }],
    ]),
    documents: new Map([
      ['2024-06', 2],
      ['2024-07', 1],
    ]),
    cameo: new Map([['161', 'Reduce or break diplomatic relations']]),
  }
}

/** A file's whole text. */
export async function textOf(content: ExportFile['content']): Promise<string> {
  if (content instanceof Uint8Array) return Buffer.from(content).toString('utf8')
  let text = ''
  for await (const piece of content) text += piece
  return text
}
