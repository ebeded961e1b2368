import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Cell } from './rows.js'

/** Articles that share a body, at most: setting up a compressor for each would take longer than what it does. */
const ARTICLES = 16
/** Characters of a body after which no article is added to it, for whoever reads one article unpacks all. */
const LENGTH = 16_384
/** Higher levels take twice the time for two hundredths less. */
const OPTIONS = { level: 3 }
/** Bodies that stay unpacked: documents are read in order of arrival. */
const KEPT = 4

/** Joins bodies to documents: a document lies in the last body that does not begin after it. */
export const BODY = 'body ON body.n = (SELECT max(n) FROM body WHERE n <= document.n)'
/** Columns by which `Bodies.text` finds an article. */
export const ARTICLE = 'document.n AS number, body.n AS body, raw'

/** Packs the JSON of articles that are numbered from `first` on, several into one body where they are short. JSON has no line breaks of its own. */
export function packBodies(first: number, articles: readonly string[]): Cell[][] {
  const bodies: Cell[][] = []
  for (let from = 0, to = 0; from < articles.length; from = to) {
    for (let length = 0; to < articles.length && to - from < ARTICLES && length < LENGTH; to++) length += articles[to]!.length
    bodies.push([first + from, deflateRawSync(articles.slice(from, to).join('\n'), OPTIONS)])
  }
  return bodies
}

/** Reads articles out of bodies. */
export class Bodies {
  readonly #kept = new Map<number, { readonly raw: Uint8Array; readonly lines: readonly string[] }>()

  /** The JSON of the article of a row that has the columns of `ARTICLE`. Throws where the body is damaged. */
  text({ number, body, raw }: Readonly<Record<string, unknown>>): string {
    const first = Number(body)
    const line = this.#lines(first, raw as Uint8Array)[Number(number) - first]
    if (line === undefined) throw new RangeError(`body ${first} does not reach to document ${Number(number)}`)
    return line
  }

  #lines(first: number, raw: Uint8Array): readonly string[] {
    const kept = this.#kept.get(first)
    if (kept !== undefined && Buffer.compare(kept.raw, raw) === 0) return kept.lines
    const lines = inflateRawSync(raw).toString('utf8').split('\n')
    this.#kept.delete(first)
    if (this.#kept.size >= KEPT) this.#kept.delete(this.#kept.keys().next().value!)
    this.#kept.set(first, { raw, lines })
    return lines
  }
}
