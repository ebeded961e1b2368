import type { Explanation as Coded } from 'demarche/coding'
import type { ClaimRow, DocumentRow, EntryRow, EventRow, PartyRow } from 'demarche/spec'

// The answers of the API, as far as the page reads them.

export interface Pair {
  readonly pair: readonly PartyRow[]
  readonly asOf: string | null
  readonly knownAt: string | null
  readonly state: readonly EntryRow[]
  readonly entries: readonly EntryRow[]
  readonly events: readonly EventRow[]
  readonly months: readonly { readonly month: string; readonly quads: readonly number[] }[]
  readonly cut: boolean
}
export interface Explanation {
  readonly event: EventRow
  readonly rule?: {
    readonly rule: string
    readonly gloss: string
    readonly file: string
    readonly line: number
    readonly ignores?: readonly { readonly text: string; readonly why: string }[]
  }
  readonly told: readonly {
    readonly document: {
      readonly id: string
      readonly title?: string
      readonly publisher?: string
      readonly published?: { readonly day: string } | null
    }
    readonly claim: ClaimRow
    readonly sentence: string
    readonly why: string
  }[]
  readonly entries: readonly EntryRow[]
}
export interface Reasons {
  /** What was weighed for each claim, `claim` being its id. */
  readonly reasons: readonly (Omit<Coded, 'claim'> & { readonly claim: string })[]
  readonly opinions: readonly {
    readonly id: string
    readonly model: string
    readonly day: string
    readonly claim: string
    readonly readings: readonly { readonly letter: string; readonly rule: string; readonly codes: string }[]
    readonly choice: string | null
  }[]
}
export interface Saved {
  readonly saved: readonly {
    readonly name: string
    readonly filters: Readonly<Record<string, string | boolean | undefined>>
    readonly posted: boolean
  }[]
}
export interface Correction {
  readonly id: string
  readonly who: string
  readonly when: string
  readonly why: string
  readonly document: string
  readonly trigger: { readonly from: number; readonly to: number }
  readonly change?: Readonly<Record<string, unknown>>
  readonly undo?: string
}
export interface Paper {
  readonly id: string
  readonly state: string
  readonly failure?: { readonly reason: string; readonly place: string; readonly cure: string }
  readonly row?: DocumentRow
  readonly events: Readonly<Record<string, string>>
  readonly corrections: readonly Correction[]
}
export interface Pairs {
  readonly pairs: readonly {
    readonly a: PartyRow
    readonly b: PartyRow
    readonly events: number
    readonly conflict: number
    readonly last: string | null
  }[]
}
export interface Graph {
  readonly nodes: readonly (PartyRow & { readonly events: number })[]
  readonly edges: readonly {
    readonly a: string
    readonly b: string
    readonly months: readonly { readonly month: string; readonly quads: readonly number[] }[]
  }[]
}
export interface Change {
  readonly event: EventRow
  readonly was: EventRow
  readonly fields: readonly string[]
}
export interface Diff {
  readonly added: readonly EventRow[]
  readonly removed: readonly EventRow[]
  readonly changed: readonly Change[]
  readonly entries: { readonly added: readonly EntryRow[]; readonly removed: readonly EntryRow[] }
  readonly counts: { readonly added: number; readonly removed: number; readonly changed: number }
}
export interface Found {
  readonly actors: readonly PartyRow[]
  readonly events: readonly EventRow[]
  readonly next?: string
}
export interface Codebook {
  readonly version: string
  readonly types: readonly {
    readonly type: string
    readonly gloss: string
    readonly quad: number
    readonly score: number
    readonly modes: readonly { readonly mode: string; readonly gloss: string; readonly score: number }[]
  }[]
  readonly rules: readonly {
    readonly rule: string
    readonly gloss: string
    readonly codes: { readonly type?: string | null; readonly mode?: string; readonly cameo?: string }
    readonly ledger?: Readonly<Record<string, string>>
    readonly finds: readonly { readonly text: string }[]
    readonly ignores: readonly { readonly text: string; readonly why: string }[]
    readonly file: string
    readonly line: number
  }[]
}
export interface Runs {
  readonly version: string
  readonly counts: Readonly<Record<string, number>>
  readonly coders: readonly { readonly coder: string; readonly documents: number }[]
  readonly failures: readonly {
    readonly id: string
    readonly path: string
    readonly reason: string
    readonly place: string
    readonly cure: string
  }[]
  readonly corrections: readonly Correction[]
}
