import { BOUNDARY_COUNT, BoundaryJudge, gapsOf, scan, TokenColumns, walkGaps } from 'demarche/read/tokens'
import type { Gold } from './conllu.js'
import { Averaged } from './perceptron.js'
import { randomOf, shuffle } from './random.js'

export interface BoundaryOptions {
  readonly bits: number
  readonly iterations: number
  readonly margin: number
}

interface Page {
  readonly text: string
  /** Offsets at which a sentence ends. */
  readonly ends: ReadonlySet<number>
}

/** The texts of documents as they were before they were divided: paragraphs apart, sentences of a paragraph with a space between. */
export function pagesOf(sentences: readonly Gold[]): Page[] {
  const pages: { text: string; ends: Set<number> }[] = []
  let page: { text: string; ends: Set<number> } | undefined
  for (const { text, space, newDocument, newParagraph } of sentences) {
    if (page === undefined || newDocument) pages.push((page = { text: '', ends: new Set() }))
    else if (newParagraph) page.text += '\n\n'
    page.text += text
    page.ends.add(page.text.length)
    if (space.at(-1) !== false) page.text += ' '
  }
  return pages
}

/** Trains the judge of sentence ends: an averaged perceptron over all gaps, with a margin. */
export function trainBoundary(sentences: readonly Gold[], options: BoundaryOptions, log: (line: string) => void): Float32Array {
  const learned = new Averaged(2 ** options.bits)
  const judge = new BoundaryJudge({ weights: learned.weights })
  const data = pagesOf(sentences).map((page) => {
    const columns = new TokenColumns()
    scan(page.text, columns)
    const tokens = columns.done()
    return { ...page, tokens, kind: columns.kind, gaps: gapsOf(page.text, tokens.start, tokens.end, tokens.length) }
  })
  const random = randomOf(1)
  for (let iteration = 0; iteration < options.iterations; iteration++) {
    let wrong = 0
    for (const { text, ends, tokens, kind, gaps } of shuffle(data, random)) {
      walkGaps(text, tokens, kind, gaps, judge, (i, score) => {
        const gold = ends.has(tokens.end[i]!)
        learned.step++
        if (score > 0 !== gold) wrong++
        if ((gold ? score : -score) <= options.margin) {
          for (let f = 0; f < BOUNDARY_COUNT; f++) learned.add(judge.features[f]! & judge.mask, gold ? 1 : -1)
        }
        return gold
      })
    }
    log(`boundary, iteration ${iteration + 1}: ${wrong} wrong`)
  }
  return learned.average()
}
