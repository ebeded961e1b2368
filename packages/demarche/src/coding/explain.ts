import type { Filler } from '../doc/index.js'
import type { ClaimRow } from '../spec/index.js'
import type { Span } from '../text/index.js'
import type { Trace } from './code.js'
import type { Draft } from './draft.js'

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
  readonly roles: readonly { readonly role: string; readonly text: string; readonly how: string; readonly condition?: string }[]
  readonly rule: { readonly name: string; readonly file: string; readonly line: number; readonly gloss: string }
  readonly frame?: string
  readonly rivals: readonly { readonly rule: string; readonly codes: string; readonly lost: string }[]
  readonly nearly: readonly { readonly rule: string; readonly codes: string; readonly wanted: string }[]
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
  return trace.claims.map((claim) => {
    const draft = trace.drafts.find(
      ({ chosen }) => chosen.rule.rule === claim.rule && doc.tokens.start[chosen.act.head] === claim.trigger.from,
    )!
    return explained(trace, claim, draft)
  })
}

function explained({ scene, misses }: Trace, claim: ClaimRow, draft: Draft): Explanation {
  const { doc } = scene.parties
  const { act, rule, rivals, bound } = draft.chosen
  const text = ({ from, to }: Span): string => doc.text.slice(from, to)
  const phrase = ({ first, end }: Filler): string => text({ from: doc.tokens.start[first]!, to: doc.tokens.end[end - 1]! })
  const roles = Object.entries({ ...act.roles, ...bound }).flatMap(([role, fillers]) =>
    fillers.map((it) => ({ role, text: phrase(it), how: it.how, ...(rule.roles[role] && { condition: rule.roles[role]!.text }) })),
  )
  return {
    claim,
    sentence: text(claim.sentence),
    act: {
      text: text(claim.trigger),
      form: act.form,
      voice: act.voice,
      status: act.status,
      because: act.cues.map(({ span, why }) => `${why} “${text(span)}”`),
    },
    roles,
    rule: { name: rule.rule, file: rule.file, line: rule.line, gloss: rule.gloss },
    ...(draft.frame && { frame: `${draft.frame} × ${draft.inner?.rule.content ?? rule.content ?? 'anything'}` }),
    rivals: rivals.map(({ candidate, why }) => ({ rule: candidate.rule.rule, codes: codesOf(candidate.rule.codes), lost: LOST[why]! })),
    nearly: misses
      .filter((miss) => miss.act.head === act.head && miss.rule !== rule)
      .map((miss) => ({
        rule: miss.rule.rule,
        codes: codesOf(miss.rule.codes),
        wanted: `${miss.role} to be ${miss.wanted}${miss.found ? `, and it is “${phrase(miss.found)}”` : ', and it is unsaid'}`,
      })),
    ...(draft.belief !== undefined && { belief: draft.belief }),
  }
}

const codesOf = ({ type, mode, cameo }: { type?: string | null; mode?: string | undefined; cameo?: string | undefined }): string =>
  [type ?? 'no type', mode, cameo].filter((it) => it !== undefined).join(' ')

/** The explanation as lines for a terminal. */
export function explanationText(it: Explanation, show: (span: Span) => string): string {
  const { claim } = it
  const side = (all: ClaimRow['actors']): string =>
    all
      .map(({ span, country, sector }) => `${show(span)}${country ? ` (${[country, sector].filter(Boolean).join(' ')})` : ''}`)
      .join(', ') || 'nobody'
  return [
    it.sentence,
    `  ${codesOf(claim)} · ${claim.status}${claim.historical ? ', background' : ''} · ${side(claim.actors)} → ${side(claim.recipients)}`,
    `  rule  ${it.rule.name} (${it.rule.file}:${it.rule.line}): ${it.rule.gloss}`,
    ...(it.frame ? [`  frame  ${it.frame} (rules/contents.yml)`] : []),
    `  act  “${it.act.text}”, ${[it.act.form, it.act.voice].filter((word) => word !== 'none').join(', ')}${it.act.because.length > 0 ? `; ${it.act.status} by ${it.act.because.join(', ')}` : ''}`,
    ...it.roles.map(({ role, text, how, condition }) => `  ${role}  “${text}” (${how})${condition ? ` is ${condition}` : ''}`),
    ...it.rivals.map(({ rule, codes, lost }) => `  lost  ${rule} (${codes}): ${lost}`),
    ...it.nearly.slice(0, 8).map(({ rule, codes, wanted }) => `  would be ${codes}, by ${rule}, were ${wanted}`),
    ...(it.belief === undefined ? [] : [`  belief  ${it.belief.toFixed(2)} that a careful reader makes this claim`]),
  ].join('\n')
}
