import { byCodeUnit } from '../text/index.js'
import { csvLine, table, type Column } from './cells.js'
import { carried, dyadsOf } from './dyads.js'
import type { Exporter, Release } from './release.js'

interface Cellful {
  readonly month: string
  readonly sides: readonly string[]
  readonly quads: [number, number, number, number]
  /** Sum and number of the Goldstein scores, for the mean. */
  score: number
  scored: number
}

/** Counts events by month and by what `sidesOf` makes of a pair of countries. */
function count(release: Release, sidesOf: (a: string, b: string | undefined) => readonly (readonly string[])[]): Cellful[] {
  const cells = new Map<string, Cellful>()
  for (const event of carried(release.events)) {
    const month = event.when.from?.slice(0, 7)
    if (month === undefined || event.quad === undefined || event.quad < 1) continue
    // An event counts once for each pair of countries, however many of its parties are of them.
    const seen = new Set<string>()
    for (const { actor, recipient } of dyadsOf(event)) {
      if (actor?.country === undefined) continue
      for (const sides of sidesOf(actor.country, recipient?.country)) {
        const key = [month, ...sides].join('|')
        if (seen.has(key)) continue
        seen.add(key)
        const cell: Cellful = cells.get(key) ?? { month, sides, quads: [0, 0, 0, 0], score: 0, scored: 0 }
        cell.quads[event.quad - 1]!++
        if (event.goldstein !== undefined) {
          cell.score += event.goldstein
          cell.scored++
        }
        cells.set(key, cell)
      }
    }
  }
  return [...cells].toSorted(([a], [b]) => byCodeUnit(a, b)).map(([, cell]) => cell)
}

const measures = ({ documents }: Release): Column<Cellful>[] => [
  ...['verbal_cooperation', 'material_cooperation', 'verbal_conflict', 'material_conflict'].map((name, i): Column<Cellful> => ({
    name,
    of: ({ quads }) => quads[i],
  })),
  { name: 'goldstein_mean', of: ({ score, scored }) => (scored > 0 ? Math.round((score / scored) * 1000) / 1000 : undefined) },
  { name: 'documents', of: ({ month }) => documents.get(month) ?? 0 },
]

const codes = (name: string, i: number, { countries }: Release): Column<Cellful>[] => [
  { name, of: ({ sides }) => sides[i] },
  { name: `${name}_cow`, of: ({ sides }) => countries.get(sides[i] ?? '')?.cow },
  { name: `${name}_gw`, of: ({ sides }) => countries.get(sides[i] ?? '')?.gw },
]

const month: Column<Cellful> = { name: 'month', of: (it) => it.month }

/**
 * Panels that regressions start from: directed dyad-months and country-months, with ISO, COW and Gleditsch-Ward codes, counts by quad class, the mean
 * Goldstein score, and the month's documents as denominator. A month without events has no row.
 */
export const panels: Exporter = {
  format: 'panels',
  title: 'dyad-month and country-month panels',
  files: (release) => [
    {
      name: 'dyad-month.csv',
      content: table(
        count(release, (a, b) => (b === undefined || a === b ? [] : [[a, b]])),
        [month, ...codes('actor', 0, release), ...codes('recipient', 1, release), ...measures(release)],
        csvLine,
      ),
    },
    {
      name: 'country-month.csv',
      content: table(
        count(release, (a, b) => (b === undefined || b === a ? [[a]] : [[a], [b]])),
        [month, ...codes('country', 0, release), ...measures(release)],
        csvLine,
      ),
    },
  ],
}
