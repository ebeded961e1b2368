import type { ClaimRow } from 'demarche/spec'
import type { JSX } from 'preact'
import type { Correction } from '../api.js'
import { text } from '../text.js'

/** The corrections of a claim: those of its document whose act's words it shares. */
export const ofClaim = (all: readonly Correction[], { trigger }: ClaimRow): Correction[] =>
  all.filter((it) => it.trigger.from < trigger.to && trigger.from < it.trigger.to)

const shown = (value: unknown): string => {
  if (Array.isArray(value)) return value.join(', ') || '–'
  if (typeof value !== 'object' || value === null) return value === true ? '✓' : String(value)
  const { from, to } = value as { from?: string; to?: string }
  return from === to ? String(from) : `${from} – ${to}`
}

/** What readers say of a claim, and how far they agree: each reader counts with the last word on each field. */
export function Agreement({ corrections }: { readonly corrections: readonly Correction[] }): JSX.Element {
  const undone = new Set(corrections.flatMap(({ undo }) => undo ?? []))
  const inForce = corrections.filter(({ id, undo }) => undo === undefined && !undone.has(id))
  if (inForce.length === 0) return <p class="quiet">{text.correct.none}</p>
  const readers = new Map<string, Map<string, string>>()
  for (const { who, change = {} } of inForce)
    readers.set(
      who,
      new Map([...(readers.get(who) ?? []), ...Object.entries(change).map(([field, value]) => [field, shown(value)] as const)]),
    )
  const fields = [...new Set([...readers.values()].flatMap((of) => [...of.keys()]))]
  // The opinion that most readers share on each field; those agree who share it wherever they say something.
  const common = new Map(fields.map((field) => [field, mostCommon([...readers.values()].flatMap((of) => of.get(field) ?? []))]))
  const agree = [...readers.values()].filter((of) => [...of].every(([field, value]) => common.get(field) === value)).length
  return (
    <div class="agreement">
      <p>{text.correct.agreement(readers.size, agree)}</p>
      <ul>
        {[...readers].map(([who, of]) => (
          <li key={who}>
            <bdi>{who}</bdi>: {[...of].map(([field, value]) => text.correct.says(text.correct.fields[field] ?? field, value)).join('; ')}
          </li>
        ))}
      </ul>
    </div>
  )
}

function mostCommon(values: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const it of values) counts.set(it, (counts.get(it) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0]
}
