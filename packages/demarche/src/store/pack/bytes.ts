/** Bytes as they are written: numbers in as few as they need. */
export class Writer {
  // From the pool of Node: a memory of its own for every few bytes would cost more than all the rest.
  #bytes: Uint8Array = Buffer.allocUnsafe(256)
  #length = 0

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const wider = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more))
    wider.set(this.#bytes)
    this.#bytes = wider
  }

  /** A whole number from 0 to 2^53 - 1, seven bits a byte. */
  whole(value: number): void {
    this.#room(8)
    let rest = value
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80
      rest = Math.floor(rest / 0x80)
    }
    this.#bytes[this.#length++] = rest
  }

  /** A whole number of either sign. */
  signed(value: number): void {
    this.whole(value < 0 ? -value * 2 - 1 : value * 2)
  }

  raw(bytes: Uint8Array): void {
    this.#room(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** What was written. */
  taken(): Uint8Array {
    const bytes = Buffer.allocUnsafe(this.#length)
    bytes.set(this.#bytes.subarray(0, this.#length))
    return bytes
  }
}

/** Reads what a `Writer` wrote. */
export class Reader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length
  }

  /** All that was not read yet. */
  rest(): Uint8Array {
    return this.raw(this.#bytes.length - this.#at)
  }

  whole(): number {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = this.#bytes[this.#at++]
      if (byte === undefined) throw new RangeError('the bytes end within a number')
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
      scale *= 0x80
    }
  }

  signed(): number {
    const value = this.whole()
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2
  }

  raw(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new RangeError('the bytes end within a text')
    return this.#bytes.subarray(this.#at, (this.#at += length))
  }
}
