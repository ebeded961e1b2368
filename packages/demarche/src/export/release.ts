import type { ArticleRow, ClaimRow, EntryRow, EventRow } from '../spec/index.js'
import type { Day } from '../time/index.js'

/** Codes of a state in the numberings that researchers join on; a state outside the systems has none. */
export interface CountryCodes {
  readonly name: string
  readonly cow?: number
  readonly gw?: number
}

/** One report of an event, with what mention tables need of its document. */
export interface Source {
  readonly article: ArticleRow
  readonly claim: ClaimRow
  /** Number of the claim's sentence in its document, from 0. */
  readonly sentence: number
}

/** All that a release is written from. Everything is sorted, so that the same ledger gives the same bytes. */
export interface Release {
  /** Version of the coder, as every file names it. */
  readonly version: string
  readonly knownAt: Day | null
  readonly events: readonly EventRow[]
  readonly entries: readonly EntryRow[]
  /** A report of an event; undefined when its document is gone. */
  readonly source: (document: string, claim: string) => Promise<Source | undefined>
  readonly countries: ReadonlyMap<string, CountryCodes>
  /** Documents by month of publication (`YYYY-MM`): the denominator of every count. */
  readonly documents: ReadonlyMap<string, number>
  /** Names of the codes of CAMEO. */
  readonly cameo: ReadonlyMap<string, string>
}

/** A file of a release: text as lines (each with its own end), or bytes. */
export interface ExportFile {
  readonly name: string
  readonly content: Iterable<string> | AsyncIterable<string> | Uint8Array
}

/** One format. `files` computes nothing that the ledger does not hold. */
export interface Exporter {
  readonly format: string
  readonly title: string
  readonly files: (release: Release) => readonly ExportFile[] | Promise<readonly ExportFile[]>
}
