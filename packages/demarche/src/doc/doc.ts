import type { ArticleRow, ClaimRow, MentionRow, ActorRow, PlaceRow, QuotationRow, TimeRow } from '../spec/index.js'
import type { Act } from './acts.js'
import type { Name } from './names.js'
import type { Sentence, Tags, Tokens, Tree } from './tokens.js'

/** Everything that stages find, by layer. A stage reads the layers that it declares and returns those that it gives. */
export interface Layers {
  readonly tokens: Tokens
  readonly sentences: readonly Sentence[]
  readonly tags: Tags
  readonly tree: Tree
  readonly times: readonly TimeRow[]
  /** Names, offices, nationalities and groups as found, before pronouns and context are settled. */
  readonly names: readonly Name[]
  /** Spans of quotations and their cues and sources; the speaker is not yet settled. */
  readonly speech: readonly QuotationRow[]
  /** All mentions, pronouns included, each bound to an actor where one is known. */
  readonly mentions: readonly MentionRow[]
  readonly actors: readonly ActorRow[]
  readonly places: readonly PlaceRow[]
  readonly quotations: readonly QuotationRow[]
  /** Acts with their roles and status: what rules are applied to. */
  readonly acts: readonly Act[]
  readonly claims: readonly ClaimRow[]
}
export type LayerName = keyof Layers

/** An article with the layers `L`. Layers are never changed, only added. */
export type Doc<L extends LayerName = never> = { readonly article: ArticleRow; readonly text: string } & Pick<Layers, L>
