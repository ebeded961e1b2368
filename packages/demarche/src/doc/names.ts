import type { MentionRow } from '../spec/index.js'
import type { TokenRange } from './tokens.js'

/** What a name, office, nationality or group is taken for, before the whole document is looked at. */
export type NameType = 'state' | 'person' | 'organisation' | 'place' | 'nationality' | 'office' | 'group' | 'other'

/** A mention as found, with what later stages need to settle it. `actor` is not yet given. */
export interface Name extends MentionRow {
  readonly type: NameType
  readonly tokens: TokenRange
  readonly head: number
  /** The name itself, folded, without titles. */
  readonly key: string
  /** Actors of the tables that may be meant, the likeliest first. */
  readonly candidates: readonly string[]
  /** The office or role noun, in its first form. */
  readonly office?: string
  /** The rank of the office: `head`, `minister` … */
  readonly rank?: string
  /** What the phrase itself says: `Turkish` in "Turkish farmers". The code of a state, or the id of an organisation. */
  readonly of?: string
  readonly sector?: string
  /** True where the given name or a title says that it is a woman's. */
  readonly feminine?: boolean
  /** "former", "ex-", "late". */
  readonly former?: boolean
  /** The name (index) that stands in apposition: the person of "Foreign Minister Mirzoyan". */
  readonly person?: number
  /** Why it was taken for this; shown by `explain`. */
  readonly why: string
}
