import type { EntryRow } from 'demarche/spec'

export interface Lane {
  readonly key: string
  readonly of: readonly EntryRow[]
}

/** Entries of one relation between the same sides share a lane, in the order in which they began. */
export function lanesOf(entries: readonly EntryRow[]): Lane[] {
  const found = new Map<string, EntryRow[]>()
  for (const it of entries) {
    const key = JSON.stringify([
      it.of,
      it.from,
      it.at,
      it.by,
      it.on,
      it.to,
      it.toward,
      it.member,
      it.in,
      it.holder,
      it.place,
      it.actor,
      it.between,
    ])
    found.set(key, [...(found.get(key) ?? []), it])
  }
  const since = (of: readonly EntryRow[]): string => of[0]?.since ?? ''
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  return [...found]
    .map(([key, of]) => ({ key, of: of.toSorted((a, b) => order(a.since ?? '', b.since ?? '')) }))
    .toSorted((a, b) => order(since(a.of), since(b.of)) || order(a.key, b.key))
}

const FRIENDLY = new Set(['present', 'lifted', 'peace', 'truce', 'established', 'open', 'granted', 'member', 'signed', 'supplied'])

/** Whether what holds serves the two sides; an agreement in force does, sanctions in force do not. */
export const tone = ({ of, is }: EntryRow): 'good' | 'bad' | 'plain' =>
  of === 'control' || of === 'existence' ? 'plain' : FRIENDLY.has(is) || (of === 'agreement' && is === 'in force') ? 'good' : 'bad'

/** Days on which something in the ledger began or ended, in order. */
export const turns = (entries: readonly EntryRow[]): string[] =>
  [...new Set(entries.flatMap(({ since, until }) => [since, until].filter((it) => it !== null)))].toSorted()
