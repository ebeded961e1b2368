/** What a column of COPY can hold; a list of words with their places is a tsvector. */
export type Cell = string | number | boolean | Uint8Array | readonly string[] | readonly number[] | Words | null
export type Words = ReadonlyMap<string, readonly number[]>
export type Type = 'text' | 'date' | 'integer' | 'bigint' | 'boolean' | 'bytea' | 'text[]' | 'bigint[]' | 'tsvector'

/** Text as PostgreSQL can hold it: it has no NUL. */
export const storable = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text)

// Numbers that PostgreSQL knows its types by.
const TEXT = 25
const BIGINT = 20
/** Days from 1970 to 2000, from which PostgreSQL counts. */
const EPOCH = 10_957
const DAY_MS = 86_400_000
const FIRST_BYTES = 1 << 16

/**
 * Writes rows in the binary form of COPY: nothing is quoted here and nothing parsed there, which as text is half of the cost. The form is that of `src/backend/utils/adt/*recv` of
 * PostgreSQL: big-endian, each value after its length in bytes.
 */
export class BinaryRows {
  #bytes = Buffer.allocUnsafe(FIRST_BYTES)
  #end = 0

  constructor(readonly types: readonly Type[]) {
    this.#room(32)
    this.#end += this.#bytes.write('PGCOPY\n\u00ff\r\n\0', this.#end, 'latin1')
    this.#int(0)
    this.#int(0)
  }

  /** Bytes that were written since they were last taken. */
  get size(): number {
    return this.#end
  }

  row(cells: readonly Cell[]): void {
    this.#short(cells.length)
    for (let i = 0; i < cells.length; i++) this.#cell(this.types[i]!, cells[i]!)
  }

  finish(): void {
    this.#short(-1)
  }

  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#end)
    this.#bytes = Buffer.allocUnsafe(FIRST_BYTES)
    this.#end = 0
    return taken
  }

  #cell(type: Type, cell: Cell): void {
    if (cell === null) return this.#int(-1)
    if (type === 'text') return this.#text(cell as string)
    if (type === 'bigint') {
      this.#int(8)
      return this.#long(cell as number)
    }
    const at = this.#end
    this.#int(0)
    if (type === 'date') this.#int(Date.parse(cell as string) / DAY_MS - EPOCH)
    else if (type === 'integer') this.#int(cell as number)
    else if (type === 'boolean') this.#byte(cell === true ? 1 : 0)
    else if (type === 'bytea') this.#raw(cell as Uint8Array)
    else if (type === 'tsvector') this.#vector(cell as Words)
    else this.#list(type === 'text[]' ? TEXT : BIGINT, cell as readonly (string | number)[])
    this.#bytes.writeInt32BE(this.#end - at - 4, at)
  }

  #text(text: string): void {
    const it = storable(text)
    this.#room(4 + it.length * 3)
    const length = this.#bytes.write(it, this.#end + 4)
    this.#bytes.writeInt32BE(length, this.#end)
    this.#end += 4 + length
  }

  #list(of: number, items: readonly (string | number)[]): void {
    this.#int(items.length > 0 ? 1 : 0)
    this.#int(0)
    this.#int(of)
    if (items.length === 0) return
    this.#int(items.length)
    this.#int(1)
    for (const it of items) {
      if (typeof it === 'string') this.#text(it)
      else {
        this.#int(8)
        this.#long(it)
      }
    }
  }

  #vector(words: Words): void {
    this.#int(words.size)
    for (const [word, places] of words) {
      this.#room(word.length * 3 + 1)
      this.#end += this.#bytes.write(word, this.#end)
      this.#byte(0)
      this.#short(places.length)
      for (const place of places) this.#short(place)
    }
  }

  #raw(bytes: Uint8Array): void {
    this.#room(bytes.length)
    this.#bytes.set(bytes, this.#end)
    this.#end += bytes.length
  }

  #long(value: number): void {
    this.#int(Math.floor(value / 2 ** 32))
    this.#int(value | 0)
  }

  #int(value: number): void {
    this.#room(4)
    this.#end = this.#bytes.writeInt32BE(value, this.#end)
  }

  #short(value: number): void {
    this.#room(2)
    this.#end = this.#bytes.writeInt16BE(value, this.#end)
  }

  #byte(value: number): void {
    this.#room(1)
    this.#bytes[this.#end++] = value
  }

  #room(more: number): void {
    if (this.#end + more <= this.#bytes.length) return
    const wider = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#end + more))
    this.#bytes.copy(wider, 0, 0, this.#end)
    this.#bytes = wider
  }
}
