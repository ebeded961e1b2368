import type { Span } from '../text/index.js'

/** How a status was decided: the word that says so. `explain` shows these. */
export interface StatusCue {
  readonly span: Span
  /** `negation`, `modal`, `condition`, `intention`, `threat`, `denial`, `failure`, `doubt`, `question`, `purpose` … */
  readonly why: string
}

export type Status = 'actual' | 'future' | 'hypothetical' | 'negated'

/** A participant: the head token of the phrase that fills the role and the phrase's token range. */
export interface Filler {
  readonly head: number
  readonly first: number
  readonly end: number
  /** How it was reached: `syntax`, `control`, `relative`, `light-verb`, `possessive`, `coordination` … */
  readonly how: string
}

/** An act and its participants, the same whether the text has it active, passive, nominal or with a light verb. */
export interface Act {
  /** The token that names the act (the verb, or the noun of "the recall of"). */
  readonly head: number
  /** Lemma with its particle or fixed words: `call back`, `impose blockade`. */
  readonly lemma: string
  readonly form: 'verb' | 'noun' | 'adjective'
  readonly voice: 'active' | 'passive' | 'none'
  /** `agent`, `theme`, `recipient`, and the objects of prepositions by their preposition: `from`, `to`, `with`, `against` … */
  readonly roles: Readonly<Record<string, readonly Filler[]>>
  readonly status: Status
  readonly cues: readonly StatusCue[]
  /** The act that this one is an argument of ("announced [the recall]"), as an index into `acts`; absent at the top. */
  readonly under?: number
  /** The verb that carries a noun's act ("launched" of "launched an attack"), and what it does to it: `plain`, `future`, `ended` … */
  readonly carrier?: { readonly head: number; readonly effect: string }
}

/** The roles that hold the object of a preposition, by the preposition's lemma; `by` is only what is no agent. */
export const PREPOSITION_ROLES: Readonly<Record<string, string>> = {
  from: 'from',
  to: 'to',
  toward: 'to',
  towards: 'to',
  with: 'with',
  against: 'against',
  on: 'on',
  upon: 'on',
  onto: 'on',
  over: 'over',
  for: 'for',
  in: 'in',
  inside: 'in',
  within: 'in',
  into: 'into',
  at: 'at',
  about: 'about',
  regarding: 'about',
  concerning: 'about',
  as: 'as',
  between: 'between',
  among: 'between',
  after: 'after',
  following: 'after',
  before: 'before',
  despite: 'despite',
  by: 'by',
  through: 'through',
  via: 'through',
  under: 'under',
  near: 'near',
  during: 'during',
  amid: 'amid',
  without: 'without',
  of: 'of',
  off: 'off',
  out: 'from',
  outside: 'outside',
  across: 'across',
  around: 'around',
  since: 'since',
  until: 'until',
  behind: 'behind',
  beyond: 'beyond',
  along: 'along',
  because: 'because',
  including: 'including',
}
