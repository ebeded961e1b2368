import type { Name } from '../../doc/index.js'
import { addDays, type Day } from '../../time/index.js'
import { fold } from '../../world/index.js'
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
    const known = parts.length === 1 ? namesakeOf(at, name) : name.candidates[0]
    const id = known !== undefined ? at.known(known) : at.own({ name: at.text(name), kind: 'person', sector: name.sector ?? 'CVL' })
    this.#met.push({ parts, id })
    return id
  }
}

/**
 * Of those who bear a surname alone: the head of a state whom the name brings up first, unless the text names a state which another of them leads or led two years ago at
 * most ("Morales" beside "Bolivia"); where none heads a state, who holds a high office of a state that the text names or once led it.
 */
function namesakeOf(at: Binding, { candidates }: Name): string | undefined {
  const [first] = candidates
  if (candidates.length < 2) return first
  const lands = new Set(at.doc.places.map(({ country }) => country))
  for (const { id, kind } of at.actors.values()) if (kind === 'person') lands.add(at.world.actor(id)?.country)
  const own = candidates.filter((id) => lands.has(at.world.actor(id)?.country))
  if (own.includes(first!)) return first
  return (
    own.find((id) => led(at, id, addDays(at.day, -LATELY))) ??
    (led(at, first!, at.day) ? first : (own.find((id) => high(at, id) || led(at, id, '')) ?? first))
  )
}

/** How long a text calls who led a state by the surname alone. */
const LATELY = 2 * 365

/** True where the person has headed a state on the document's day or left it since. */
const led = ({ world, day }: Binding, id: string, since: Day): boolean =>
  world
    .offices(id)
    .some(
      ({ of, office, from, to }) =>
        world.office(fold(office))?.rank === 'head' &&
        world.actor(`state:${of}`) !== undefined &&
        world.actor(`state:${of}`)?.sort !== 'territory' &&
        (from ?? '') <= day &&
        (to === undefined || to >= since),
    )

const high = ({ world, day }: Binding, id: string): boolean =>
  world.offices(id, day).some(({ office }) => /^(?:head|minister|chief)$/.test(world.office(fold(office))?.rank ?? ''))
