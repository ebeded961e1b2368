import type { Bytes } from '../bytes.js'

/** A window over a stream: bytes are held from `take` to `take`, so memory is bounded by what a reader asks for at once. */
export class Window {
  private held: Uint8Array = new Uint8Array(0)
  private readonly source: AsyncIterator<Uint8Array>
  ended = false
  /** Offset of the window's start in the stream. */
  at = 0
  constructor(bytes: Bytes) {
    this.source = bytes[Symbol.asyncIterator]()
  }
  get bytes(): Uint8Array {
    return this.held
  }
  /** Tries to hold at least `size` bytes; fewer only at the end of the stream. */
  async want(size: number): Promise<void> {
    if (this.held.length >= size || this.ended) return
    const parts = [this.held]
    let length = this.held.length
    while (length < size && !this.ended) {
      const next = await this.source.next()
      if (next.done) this.ended = true
      else {
        parts.push(next.value)
        length += next.value.length
      }
    }
    this.held = Buffer.concat(parts)
  }
  drop(size: number): void {
    this.held = this.held.subarray(size)
    this.at += size
  }
  /** Drops up to the next place after `from` where `mark` stands; to the end of the stream if it stands nowhere. */
  async seek(mark: Uint8Array, from: number): Promise<void> {
    this.drop(Math.min(from, this.held.length))
    for (;;) {
      await this.want(1 << 16)
      const found = Buffer.from(this.held.buffer, this.held.byteOffset, this.held.length).indexOf(mark)
      if (found >= 0) return this.drop(found)
      this.drop(Math.max(0, this.held.length - (this.ended ? 0 : mark.length - 1)))
      if (this.ended) return
    }
  }
  async close(): Promise<void> {
    await this.source.return?.()
  }
}
