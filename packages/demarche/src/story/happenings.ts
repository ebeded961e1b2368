import { byCodeUnit } from '../text/index.js'
import { type Article, type Telling, threads } from './threads.js'

/** What several articles tell by words of one family. */
export interface Happening {
  /** The first article of its story, and the family of its words. */
  readonly story: string
  readonly family: string
  readonly told: readonly (Pick<Telling, 'from' | 'to'> & { readonly article: string })[]
}

/** The threads that at least two articles tell, those that most tell first. */
export function happenings(articles: readonly Article[], least?: number): Happening[] {
  const all = new Map<string, Happening & { readonly told: Happening['told'][number][] }>()
  for (const [article, tellings] of threads(articles, least)) {
    for (const { from, to, event } of tellings) {
      const there = all.get(event)
      const at = event.lastIndexOf(' ')
      if (there) there.told.push({ article, from, to })
      else all.set(event, { story: event.slice(0, at), family: event.slice(at + 1), told: [{ article, from, to }] })
    }
  }
  return [...all.values()]
    .filter((it) => tellers(it) > 1)
    .toSorted((a, b) => tellers(b) - tellers(a) || byCodeUnit(a.story, b.story) || byCodeUnit(a.family, b.family))
}

const tellers = ({ told }: Happening): number => new Set(told.map(({ article }) => article)).size
