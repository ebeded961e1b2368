import type { Tokens } from '../../doc/index.js'

/** What a token is to the splitter of sentences. */
export const WORD = 0
/** A full stop, question or exclamation mark, or a run of them. */
export const FINAL = 1
/** An abbreviation with its full stop. */
export const ABBREVIATION = 2

/** Growing columns of tokens. */
export class TokenColumns {
  length = 0
  start = new Uint32Array(1024)
  end = new Uint32Array(1024)
  kind = new Uint8Array(1024)

  add(start: number, end: number, kind: number): void {
    if (this.length === this.start.length) this.#grow()
    this.start[this.length] = start
    this.end[this.length] = end
    this.kind[this.length++] = kind
  }

  #grow(): void {
    const size = this.length * 2
    const start = new Uint32Array(size)
    const end = new Uint32Array(size)
    const kind = new Uint8Array(size)
    start.set(this.start)
    end.set(this.end)
    kind.set(this.kind)
    Object.assign(this, { start, end, kind })
  }

  /** The columns as a layer; `sentence` is still to be filled. */
  done(): Tokens & { readonly sentence: Uint32Array } {
    const { length } = this
    return { length, start: this.start.slice(0, length), end: this.end.slice(0, length), sentence: new Uint32Array(length) }
  }
}
