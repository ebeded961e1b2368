/** The words that name acts, as the rules and the lexicon give them. Plain data: this folder knows no rule. */
export interface ActWords {
  /** Lemmas of verbs that some rule wants. */
  readonly verbs: ReadonlySet<string>
  /** Nouns that name an act, and the role of what stands after *of* and before *'s*. */
  readonly nouns: ReadonlyMap<string, { readonly of: 'theme' | 'agent'; readonly possessor: 'theme' | 'agent' }>
  readonly adjectives: ReadonlySet<string>
  /** Verbs that carry a noun's act ("launch an attack"), with their particle (`carry out`), and what they do to it. */
  readonly carriers: ReadonlyMap<string, string>
}
