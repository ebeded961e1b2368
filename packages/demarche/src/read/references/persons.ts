import type { Name } from '../../doc/index.js'
import type { Binding } from './binding.js'

/** The persons whom a document has named, with the parts of their names. */
export class Persons {
  readonly #met: { readonly parts: readonly string[]; readonly id: string }[] = []

  /** The person of whom `key` is the surname, among those named with more. */
  bySurname(key: string): string | undefined {
    return this.#met.find((it) => it.parts.length > 1 && it.parts.at(-1) === key)?.id
  }

  /** A person by full name, or by a part of one that was met; a surname of the tables only when no full name of the text has it. */
  bind(at: Binding, name: Name): string {
    const parts = name.key.split(' ')
    const surname = parts.at(-1)!
    const earlier = this.#met.find(
      (it) => parts.every((part) => it.parts.includes(part)) || (parts.length > 1 && it.parts.length === 1 && it.parts[0] === surname),
    )
    if (earlier && parts.length <= earlier.parts.length) return earlier.id
    const id =
      name.candidates[0] !== undefined
        ? at.known(name.candidates[0])
        : at.own({ name: at.text(name), kind: 'person', sector: name.sector ?? 'CVL' })
    this.#met.push({ parts, id })
    return id
  }
}
