import type { ArticleRow } from '../spec/index.js'
import type { Span } from '../text/index.js'
import { languageOf } from './language.js'
import { CUES, cueOf, type Why } from './lines/cues.js'
import type { BlockModels } from './lines/forest.js'
import { inlineLists } from './lines/inline-list.js'
import { headlineLists } from './lines/lists.js'
import { classify, lineMatrix } from './lines/score.js'
import { blockModels } from './models.js'

/** Fewer lines than this do not show a page: only lists of headlines are looked for. */
const MIN_LINES = 6
/** A text is a scraped page when this share of its lines is surely not the article; then every doubt about a line counts. */
const PAGE_SHARE = 0.3
const SURE = -1500
/** In other texts, a whole sentence goes only on a very sure score, a fragment on a fair one. */
const SENTENCE = -1600
const FRAGMENT = -1000
const PROSE = /(?:\S+\s+){9}\S.*[.!?]["'”’)]*$/
const MAX_LINES = 50_000
const BULLET = /^\s*(?:[-*•–—▪►●]\s*)?(?:#?\d{1,2}[.):]?\s+)?/

interface Line extends Span {
  readonly text: string
}

/** The article of a text that is already free of markup. `text` stays as it is; what is not the article is listed in `removed`. Clean text loses nothing. */
export function articleFromText(text: string, models: () => BlockModels = blockModels): ArticleRow {
  const lines = linesOf(text)
  const whys = new Map<number, Why>()
  for (const i of headlineLists(lines.map((line) => line.text))) whys.set(i, 'headline-list')
  if (lines.length >= MIN_LINES && lines.length <= MAX_LINES)
    for (const [i, why] of byModel(lines, models())) if (!whys.has(i)) whys.set(i, why)
  const removed = [...whys]
    .sort((a, b) => a[0] - b[0])
    .map(([i, why]) => ({ span: { from: lines[i]!.from, to: lines[i]!.to }, why: why as string }))
  for (const span of inlineLists(text))
    if (!removed.some((it) => it.span.from < span.to && span.from < it.span.to)) removed.push({ span, why: 'headline-list' })
  removed.sort((a, b) => a.span.from - b.span.from)
  const language = languageOf(text)
  return { text, ...(language ? { language } : {}), removed, related: relatedOf(text, removed) }
}

/** Lines that are not empty, without the white space around them. */
function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let from = 0; from <= text.length;) {
    const at = text.indexOf('\n', from)
    const end = at < 0 ? text.length : at
    const line = text.slice(from, end)
    const bare = line.trim()
    if (bare !== '') {
      const start = from + line.length - line.trimStart().length
      lines.push({ from: start, to: start + bare.length, text: bare })
    }
    from = end + 1
  }
  return lines
}

function byModel(lines: readonly Line[], models: BlockModels): Map<number, Why> {
  const scores = classify(models.lines, lineMatrix(lines.map((line) => line.text)), undefined)
  let sure = 0
  for (const score of scores) if (score < SURE) sure++
  const limit = sure >= 4 && sure >= PAGE_SHARE * lines.length ? 0 : undefined
  const whys = new Map<number, Why>()
  for (const [i, line] of lines.entries()) {
    if (scores[i]! < (limit ?? (PROSE.test(line.text.slice(0, 400)) || line.text.length > 400 ? SENTENCE : FRAGMENT)))
      whys.set(i, CUES[cueOf(line.text)]?.[0] ?? 'other')
  }
  return whys.size === lines.length && limit === undefined ? new Map() : whys
}

function relatedOf(text: string, removed: ArticleRow['removed']): string[] {
  const parts = removed
    .filter(({ why }) => why === 'headline-list' || why === 'read-also')
    .flatMap(({ span }) => text.slice(span.from, span.to).split(/\n|\s[-–—•*]\s(?=\d)/))
  return parts
    .map((part) => part.replace(BULLET, '').trim())
    .filter((part) => part.split(/\s+/).length >= 4)
    .slice(0, 60)
}
