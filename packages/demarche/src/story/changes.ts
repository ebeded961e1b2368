import type { EventRow } from '../spec/index.js'

export interface Compared {
  readonly added: readonly EventRow[]
  readonly removed: readonly EventRow[]
  /** Events that stand in both, with the fields that differ. */
  readonly changed: readonly { readonly event: EventRow; readonly was: EventRow; readonly fields: readonly string[] }[]
}

/**
 * What changed between two sets of events: two releases, or two days of knowledge. An event is the same where its id is. Nothing is imported here but types, for the
 * page runs it too.
 */
export function changesBetween(before: readonly EventRow[], after: readonly EventRow[]): Compared {
  const old = new Map(before.map((event) => [event.id, event]))
  const now = new Set(after.map(({ id }) => id))
  const fields = (a: EventRow, b: EventRow): string[] =>
    [...new Set([...Object.keys(a), ...Object.keys(b)])]
      .filter((key) => JSON.stringify(a[key as keyof EventRow]) !== JSON.stringify(b[key as keyof EventRow]))
      .toSorted()
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !now.has(id)),
    changed: after.flatMap((event) => {
      const was = old.get(event.id)
      const differ = was ? fields(was, event) : []
      return was && differ.length > 0 ? [{ event, was, fields: differ }] : []
    }),
  }
}
