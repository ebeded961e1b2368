// What a page is read into: blocks of text, the containers they stand in, and what the page says of itself.

/** A node of the page that may hold blocks. `up` is the index of its parent, -1 for the root. Sums cover all blocks below it. */
export interface Container {
  readonly name: string
  readonly up: number
  readonly depth: number
  readonly signals: number
  readonly flags: number
  words: number
  linkWords: number
  blocks: number
  prose: number
}

/** One run of text without a block boundary, with white space folded. Offsets are of the source. */
export interface Block {
  readonly text: string
  readonly from: number
  readonly to: number
  /** The innermost container. */
  readonly at: number
  readonly words: number
  readonly linkWords: number
  readonly bold: boolean
}

export interface Page {
  readonly blocks: readonly Block[]
  readonly containers: readonly Container[]
  readonly head: Head
}

/** What the page says of itself, in order; read by the metadata. */
export interface Head {
  readonly metas: (readonly [name: string, content: string])[]
  readonly jsonLd: string[]
  readonly links: { readonly rel: string; readonly href: string }[]
  /** Text of elements with an `itemprop`, a `rel=author` or a class of an author or a day. */
  readonly marked: { readonly what: string; readonly text: string; readonly at: number }[]
  title: string
  language: string
}
