import type { Filler } from '../doc/index.js'
import { candidatesFor, fill, type Miss } from './apply.js'
import type { Chosen } from './choose.js'
import type { Trace } from './code.js'
import type { Draft } from './draft.js'

/** What the coder gives when one thing in the text is otherwise. Each is coded anew, none is guessed. */
export interface WhatIf {
  readonly change: string
  readonly codes: string
}

export const codesText = ({ type, mode, cameo }: { readonly [field in 'type' | 'mode' | 'cameo']?: string | null | undefined }): string =>
  [type ?? 'no type', mode, cameo].filter((it) => it !== undefined).join(' ')

/** Takes away, one at a time, what stands about the act: its negation or modal, the verb that frames it, the words that chose a variant; and sets what is done into the time to come. */
export function whatIf(trace: Trace, draft: Draft): WhatIf[] {
  const { chosen, inner, variant, frame } = draft
  const { doc } = trace.scene.parties
  const word = (i: number): string => doc.text.slice(doc.tokens.start[i]!, doc.tokens.end[i]!)
  const plain = (it: Chosen): Chosen => ({ ...it, act: { ...it.act, status: 'actual', cues: [] } })
  const found: (WhatIf | undefined)[] = []
  const tell = (change: string, it: Chosen): void => void found.push(told(change, draft, trace.redraft(it)))
  if (chosen.act.status !== 'actual')
    tell(`without ${chosen.act.cues.map(({ span }) => `“${doc.text.slice(span.from, span.to)}”`).join(' and ')}`, plain(chosen))
  if (inner) tell(`without “${word(chosen.act.head)}”`, plain(inner))
  if (variant) {
    const words = Object.entries(variant.where)
      .flatMap(([role, condition]) => fill(trace.scene, chosen.rule, chosen.act, chosen.tokens, role, condition) ?? [])
      .map(({ head }) => `“${word(head)}”`)
    if (words.length > 0)
      tell(`without ${[...new Set(words)].slice(0, 3).join(', ')}`, {
        ...chosen,
        rule: { ...chosen.rule, variants: chosen.rule.variants.filter((it) => it !== variant) },
      })
  }
  if (chosen.act.status === 'actual' && frame === undefined)
    tell('were it still to come', { ...chosen, act: { ...chosen.act, status: 'future', cues: [] } })
  return found.filter((it) => it !== undefined)
}

function told(change: string, was: Draft, is: Draft | undefined): WhatIf | undefined {
  if (!is) return { change, codes: 'nothing' }
  const [before, after] = [was, is].map(({ codes, status }) => `${codesText(codes)}, ${status}`)
  return before === after ? undefined : { change, codes: after! }
}

/** A rule that fails by one condition alone, and what stands there instead. */
export interface Nearly {
  readonly miss: Miss
  readonly found?: Filler
}

/** The rules that would read an act if one of their conditions were met: with that condition dropped they do. One for each rule. */
export function nearly({ misses, scene }: Trace, { chosen }: Draft): Nearly[] {
  const seen = new Set([chosen.rule.rule])
  return misses.flatMap((miss) => {
    if (miss.act.head !== chosen.act.head || seen.has(miss.rule.rule)) return []
    const skip = { rule: miss.rule.rule, role: miss.role }
    if (!candidatesFor(scene, miss.act, undefined, skip).some(({ rule }) => rule.rule === miss.rule.rule)) return []
    seen.add(miss.rule.rule)
    return [{ miss, ...(miss.found && { found: miss.found }) }]
  })
}
