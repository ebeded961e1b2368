import type { ClaimRow } from '../spec/index.js'
import { overlaps } from '../text/index.js'
import { traceOf } from './code.js'
import type { Coder } from './compile.js'
import type { Read } from './party.js'
import type { Example, Rule } from './rule.js'

/** Something that a rule's own examples say and the coder does not do. */
export interface Failure {
  readonly rule: string
  readonly place: string
  readonly text: string
  readonly fault: string
}

/** Runs the examples of a rule against all rules. `read` gives a sentence with all layers but claims. */
export function tryRule(coder: Coder, rule: Rule, read: (text: string) => Read): Failure[] {
  const failures: Failure[] = []
  const fail = (line: number, text: string, fault: string): void =>
    void failures.push({ rule: rule.rule, place: `${rule.file}:${line}`, text, fault })
  for (const example of rule.finds) {
    const fault = faultOfExample(rule, example, traceOf(coder, read(example.text)).claims)
    if (fault !== undefined) fail(example.line, example.text, fault)
  }
  for (const { text, line, as } of rule.ignores) {
    const found = traceOf(coder, read(text)).claims.map((claim) => claim.rule)
    if (found.includes(rule.rule)) fail(line, text, 'is found, and should be left alone')
    else if (as !== undefined && !found.includes(as)) fail(line, text, `should be found by ${as}; found by ${found.join(', ') || 'none'}`)
  }
  return failures
}

/** The conditions of a rule that no example needs: dropped, every sentence to be ignored is still ignored and every sentence to be found is found as before. */
export function unearned(coder: Coder, rule: Rule, read: (text: string) => Read): string[] {
  return Object.keys(rule.roles).filter((role) => {
    const without = (text: string): readonly ClaimRow[] => traceOf(coder, read(text), { skip: { rule: rule.rule, role } }).claims
    return (
      !rule.ignores.some(({ text }) => without(text).some((claim) => claim.rule === rule.rule)) &&
      !rule.finds.some((example) => faultOfExample(rule, example, without(example.text)) !== undefined)
    )
  })
}

function faultOfExample(rule: Rule, example: Example, claims: readonly ClaimRow[]): string | undefined {
  const mine = claims.filter((claim) => claim.rule === rule.rule)
  const strange = claims.find((claim) => claim.rule !== rule.rule && !example.also.includes(claim.rule))
  const [claim] = mine
  if (!claim) return `is not found${strange ? `; ${strange.rule} finds it` : ''}`
  if (mine.length > 1) return `is found ${mine.length} times`
  for (const { role, from, to } of example.marks) {
    const there = participantsOf(claim, role)
    if (!there.some((span) => overlaps(span, { from, to })))
      return `{${role} ${example.text.slice(from, to)}} is ${there.map((span) => `“${example.text.slice(span.from, span.to)}”`).join(', ') || 'nobody'}`
  }
  const wanted = {
    status: example.status ?? 'actual',
    type: example.type,
    mode: example.mode,
    cameo: example.cameo,
    historical: example.historical,
  }
  for (const [field, value] of Object.entries(wanted)) {
    const is = String(claim[field as keyof ClaimRow] ?? 'none')
    if (value !== undefined && is !== value) return `${field} is ${is}, not ${value}`
  }
  for (const [kind, bounds] of Object.entries(example.figures ?? {})) {
    const figure = claim.figures?.find((it) => it.kind === kind)
    const said = figure ? (figure.min === figure.max ? `${figure.min}` : `${figure.min ?? ''}..${figure.max ?? ''}`) : 'none'
    if (said !== bounds) return `${kind} is ${said}, not ${bounds}`
  }
  return strange ? `${strange.rule} finds something too (${strange.type})` : undefined
}

const participantsOf = (claim: ClaimRow, role: string): ClaimRow['trigger'][] =>
  (role === 'actor' ? claim.actors : role === 'recipient' ? claim.recipients : (claim.others ?? []).filter((it) => it.role === role)).map(
    ({ span }) => span,
  )
