import { PREPOSITION_ROLES, type Status } from '../doc/index.js'

/** What a claim is coded as. `type: null` is an act that PLOVER has no type for. */
export interface Codes {
  readonly type?: string | null
  readonly mode?: string
  readonly contexts?: readonly string[]
  readonly cameo?: string
}

/** One name of a condition (`envoy`, `!state`), negated or not. */
export interface Test {
  readonly not: boolean
  readonly name: string
}

/** What a role must be: one of `any` holds, each a list of tests that hold together. */
export interface Condition {
  readonly text: string
  /** May be unsaid; when said it must fit. */
  readonly optional: boolean
  /** Must be unsaid. */
  readonly none: boolean
  readonly any: readonly (readonly Test[])[]
}

/** Where a participant comes from: a role, or a word inside the phrase that fills a role (`sender-of theme`). */
export interface Source {
  readonly how?: string
  readonly role: string
}

/** `whereStatus` and the yes/no flags stand beside the conditions on roles. */
export interface Variant {
  readonly where: Readonly<Record<string, Condition>>
  readonly status?: Status
  readonly codes: Codes
  readonly line: number
}

export const FRAMES = ['intend', 'ask', 'demand', 'refuse', 'threaten'] as const
export type Frame = (typeof FRAMES)[number]

/** A sentence in which a rule must find exactly one claim; `marks` are the participants in braces. */
export interface Example {
  readonly text: string
  readonly marks: readonly { readonly role: string; readonly from: number; readonly to: number }[]
  readonly line: number
  readonly status?: string
  readonly type?: string
  readonly mode?: string
  readonly cameo?: string
  readonly historical?: string
  readonly figures?: Readonly<Record<string, string>>
  /** Other rules that rightly find something in the same sentence. */
  readonly also: readonly string[]
}

/** A sentence that a rule must leave alone. */
export interface Ignored {
  readonly text: string
  readonly why: string
  readonly line: number
  /** The rule that must take it instead. */
  readonly as?: string
}

/** A rule file, read and normalised; see `docs/rules.md`. */
export interface Rule {
  readonly rule: string
  readonly gloss: string
  readonly codes: Codes
  readonly variants: readonly Variant[]
  readonly verbs: readonly string[]
  readonly nouns: readonly string[]
  readonly adjectives: readonly string[]
  readonly roles: Readonly<Record<string, Condition>>
  readonly words: Readonly<Record<string, readonly string[]>>
  readonly actor: readonly Source[]
  readonly recipient: readonly Source[]
  readonly others: Readonly<Record<string, readonly Source[]>>
  readonly reciprocal: boolean
  readonly requires: readonly string[]
  readonly figures: Readonly<Record<string, readonly string[]>>
  readonly status?: Status
  readonly content?: string
  readonly frame?: Frame
  readonly inside: 'drop' | 'keep'
  readonly ledger?: Readonly<Record<string, string>>
  readonly over: readonly string[]
  readonly finds: readonly Example[]
  readonly ignores: readonly Ignored[]
  readonly off: boolean
  readonly file: string
  readonly line: number
}

/** Fields of a rule file, in the order in which the codebook prints them. */
export const FIELDS = [
  'rule',
  'gloss',
  'codes',
  'variants',
  'verbs',
  'nouns',
  'adjectives',
  'words',
  'roles',
  'actor',
  'recipient',
  'others',
  'reciprocal',
  'requires',
  'figures',
  'status',
  'content',
  'frame',
  'inside',
  'ledger',
  'over',
  'finds',
  'ignores',
  'off',
] as const

/** What a condition, source or figure may name as a role. */
export const ROLES: ReadonlySet<string> = new Set([
  'agent',
  'theme',
  'recipient',
  'content',
  'act',
  'kind',
  'clause',
  'sentence',
  'negated',
  'future',
  'headline',
  'status',
  ...Object.values(PREPOSITION_ROLES),
])

/** Ways into a phrase: `sender-of theme`. `ROLE-of content` is any role of the act inside. */
export const WAYS: ReadonlySet<string> = new Set(['sender-of', 'owner-of', 'post-of', 'target-of', 'part-of', 'sides-of'])
