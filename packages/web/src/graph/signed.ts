import type { Graph } from '../api.js'

export interface Signed {
  readonly a: string
  readonly b: string
  readonly plus: number
  readonly minus: number
}

/** Edges with what passed in a time: cooperation and conflict. Those of which nothing is left are left out. */
export function signedIn({ edges }: Graph, from: string | undefined, to: string | undefined): Signed[] {
  const [first, last] = [from?.slice(0, 7) ?? '', to?.slice(0, 7) ?? '9999']
  return edges
    .map(({ a, b, months }) => {
      const within = months.filter(({ month }) => month >= first && month <= last)
      const sum = (i: number, k: number): number => within.reduce((all, { quads }) => all + quads[i]! + quads[k]!, 0)
      return { a, b, plus: sum(0, 1), minus: sum(2, 3) }
    })
    .filter(({ plus, minus }) => plus + minus > 0)
}

/** First and last month in which anything passed. */
export function monthsOf({ edges }: Graph): readonly [string, string] | undefined {
  let found: readonly [string, string] | undefined
  for (const { months } of edges)
    for (const { month } of months) {
      if (!found) found = [month, month]
      else if (month < found[0]) found = [month, found[1]]
      else if (month > found[1]) found = [found[0], month]
    }
  return found
}

export const sign = ({ plus, minus }: Signed): string =>
  [plus > 0 ? `+${plus}` : '', minus > 0 ? `−${minus}` : ''].filter(Boolean).join(' ')
export const tone = ({ plus, minus }: Signed): 'good' | 'bad' | 'even' => (minus > plus ? 'bad' : plus > minus ? 'good' : 'even')
