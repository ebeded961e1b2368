import { LIMITS } from '../limits/index.js'
import type { ArticleRow } from '../spec/index.js'
import { languageOf } from './language/index.js'
import { certainWhy } from './lines/certain.js'
import type { Why } from './lines/cues.js'
import { readLines } from './lines/decide.js'
import type { BlockModels } from './lines/forest.js'
import { inlineLists } from './lines/inline-list.js'
import { headlineLists } from './lines/lists.js'
import { linesOf } from './lines/lines-of.js'
import { relatedIn } from './lines/related.js'
import { blockModels } from './models.js'
import { runningJunk } from './running/junk.js'

type Removed = ArticleRow['removed']

/**
 * The article of a text that is already free of markup. `text` stays as it is; what is not the article is listed in `removed`: lines that can be nothing else,
 * lists of headlines, lines that the classifier takes for foreign, and then stretches of words inside what is left. Of a text beyond `reach` characters only
 * so much is looked at: nothing is coded from the rest.
 */
export function articleFromText(whole: string, models: () => BlockModels = blockModels, reach: number = LIMITS.text): ArticleRow {
  const text = whole.length > reach ? whole.slice(0, reach) : whole
  const language = languageOf(text)
  // The words that the classifiers know are English.
  const english = language === 'en' || (language === undefined && isLatin(text))
  const lines = linesOf(text)
  const shown = lines.map((line) => line.text)
  const read = readLines(shown, models(), english)
  const whys = new Map<number, Why>(read.foreign)
  for (const [i, line] of shown.entries()) {
    const why = certainWhy(line)
    if (why) whys.set(i, why)
  }
  for (const i of headlineLists(shown)) whys.set(i, 'headline-list')
  const foreign = [...whys].map(([i, why]) => ({ span: { from: lines[i]!.from, to: lines[i]!.to }, why: why as string }))
  const lists = inlineLists(text).map((span) => ({ span, why: 'headline-list' }))
  const removed = joined(foreign, lists)
  const all = joined(removed, runningJunk(text, removed, models(), read, english))
  return { text: whole, ...(language ? { language } : {}), removed: all, related: relatedIn(text, all) }
}

/** Whether nearly all letters of the first 2,000 characters are Latin. */
function isLatin(text: string): boolean {
  const letters = text.slice(0, 2000).match(/\p{L}/gu) ?? []
  return letters.filter((letter) => letter < '\u0250').length * 10 >= letters.length * 9
}

/** Both in order; those of the second only where they touch none of the first. */
function joined(first: Removed, second: Removed): Removed {
  const inOrder = (list: Removed): Removed => list.toSorted((a, b) => a.span.from - b.span.from)
  const known = inOrder(first)
  let k = 0
  const free = inOrder(second).filter(({ span }) => {
    while (k < known.length && known[k]!.span.to <= span.from) k++
    return k === known.length || known[k]!.span.from >= span.to
  })
  return inOrder([...known, ...free])
}
