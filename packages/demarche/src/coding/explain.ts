import { type Filler, wordAt } from '../doc/index.js'
import type { ClaimRow } from '../spec/index.js'
import type { Span } from '../text/index.js'
import type { Trace } from './code.js'
import type { Draft } from './draft.js'
import type { Rule } from './rule.js'
import { codesText, nearly, type WhatIf, whatIf } from './what-if.js'

/** Why a claim has its code: what was read, which rule took it, which rules lost, and what would have changed it. */
export interface Explanation {
  readonly claim: ClaimRow
  readonly sentence: string
  readonly act: {
    readonly text: string
    readonly form: string
    readonly voice: string
    readonly status: string
    readonly because: readonly string[]
  }
  /** What was read under each role, with its characters in the text. */
  readonly roles: readonly {
    readonly role: string
    readonly text: string
    readonly span: Span
    readonly how: string
    readonly condition?: string
  }[]
  readonly rule: { readonly name: string; readonly file: string; readonly line: number; readonly gloss: string }
  /** The variant that gave the code, with the line at which it stands. */
  readonly variant?: { readonly line: number; readonly where: string }
  readonly frame?: string
  /** The noun that tells the mode of the act beside the verb, with its rule: "the **shelling** killed nine". */
  readonly manner?: string
  readonly rivals: readonly { readonly rule: string; readonly file: string; readonly codes: string; readonly lost: string }[]
  readonly whatIf: readonly WhatIf[]
  readonly nearly: readonly { readonly rule: string; readonly codes: string; readonly wanted: string; readonly said: boolean }[]
  readonly belief?: number
}

/** What each step of settling rivals means to a reader. */
const LOST: Readonly<Record<string, string>> = {
  declared: 'the winner is declared over it',
  longer: 'the winner takes more words of the text',
  narrower: 'the winner fills narrower conditions',
  'own word': 'the winner names the word itself, the other only its verb',
  tree: 'the winner leans on the tree, the other on the order of words',
  vote: 'the chooser preferred the winner',
  name: 'nothing else tells them apart: the names of the rules decide',
}

export function explainAll(trace: Trace): Explanation[] {
  const { doc } = trace.scene.parties
  return trace.claims.flatMap((claim) => {
    const draft = trace.drafts.find(
      ({ chosen }) => chosen.rule.rule === claim.rule && doc.tokens.start[chosen.act.head] === claim.trigger.from,
    )
    return draft ? [explained(trace, claim, draft)] : []
  })
}

/** Frame × content, and the word that tells the content where no rule reads the act inside. */
function frameText(doc: Trace['scene']['parties']['doc'], { frame, inner, byWord, chosen: { rule } }: Draft): string {
  const content = inner?.rule.content ?? rule.content ?? byWord?.content ?? 'anything'
  const by = byWord === undefined ? '' : `, told by “${wordAt(doc, byWord.at)}”`
  return `${frame} × ${content}${by}`
}

function mannerOf({ drafts, scene }: Trace, claim: ClaimRow, draft: Draft): { manner?: string } {
  if (claim.mode === draft.codes.mode) return {}
  const { doc } = scene.parties
  const noun = drafts.find(
    ({ chosen: { act }, codes }) => codes.mode === claim.mode && claim.evidence?.some(({ from }) => from === doc.tokens.start[act.head]),
  )
  if (!noun) return {}
  const { act, rule } = noun.chosen
  return { manner: `“${wordAt(doc, act.head)}”, by ${rule.rule}, ${rule.file}:${rule.line}` }
}

function explained(trace: Trace, claim: ClaimRow, draft: Draft): Explanation {
  const { doc } = trace.scene.parties
  const { act, rule, rivals, bound } = draft.chosen
  const text = ({ from, to }: Span): string => doc.text.slice(from, to)
  const spanOf = ({ first, end }: Filler): Span => ({ from: doc.tokens.start[first]!, to: doc.tokens.end[end - 1]! })
  const phrase = (it: Filler): string => text(spanOf(it))
  return {
    claim,
    sentence: text(claim.sentence),
    act: {
      text: text(claim.trigger),
      form: act.form,
      voice: act.voice,
      status: act.status,
      because: act.cues.map(({ span, why }) => `“${text(span)}” (${why})`),
    },
    roles: Object.entries({ ...act.roles, ...bound }).flatMap(([role, fillers]) =>
      fillers.map((it) => ({
        role,
        text: phrase(it),
        span: spanOf(it),
        how: it.how,
        ...(rule.roles[role] && { condition: conditionText(rule.roles[role]!.text) }),
      })),
    ),
    rule: { name: rule.rule, file: rule.file, line: rule.line, gloss: rule.gloss },
    ...(draft.variant && { variant: { line: draft.variant.line, where: whereText(draft.variant.where) } }),
    ...(draft.frame && { frame: frameText(doc, draft) }),
    ...mannerOf(trace, claim, draft),
    rivals: rivals.map(({ candidate, why }) => ({
      rule: candidate.rule.rule,
      file: candidate.rule.file,
      codes: codesText(candidate.rule.codes),
      lost: LOST[why]!,
    })),
    whatIf: whatIf(trace, draft),
    nearly: nearly(trace, draft).map(({ miss, found }) => ({
      rule: miss.rule.rule,
      codes: codesText(miss.rule.codes),
      wanted: `its ${miss.role} must be ${conditionText(miss.wanted)}${found ? `, and is “${phrase(found)}”` : ', and is unsaid'}`,
      said: found !== undefined,
    })),
    ...(draft.belief !== undefined && { belief: draft.belief }),
  }
}

/** A condition in words: `!a & b?` is "not a and b, if said". */
export const conditionText = (text: string): string =>
  `${text.replace(/\?$/, '').replaceAll(' | ', ' or ').replaceAll(' & ', ' and ').replaceAll('!', 'not ')}${text.endsWith('?') ? ', if said' : ''}`

const whereText = (where: Rule['roles']): string =>
  Object.entries(where)
    .map(([role, { text }]) => `${role} is ${conditionText(text)}`)
    .join(' and ')
