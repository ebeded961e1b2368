import type { Act } from '../doc/index.js'
import type { Party } from './party.js'
import { withInside, type Scene } from './test.js'

const BROKERED: readonly string[] = ['broker', 'mediate', 'facilitate', 'negotiate']
const BROKERED_FORMS: ReadonlySet<string> = new Set(['brokered', 'mediated', 'facilitated', 'negotiated', 'sponsored'])

/** "brokered by Russia", "Russian-brokered": who brought an act about without being a party of it. */
export function mediators({ parties }: Scene, { head, roles, carrier }: Act): Party[] {
  const { doc } = parties
  const { first, end } = doc.sentences[doc.tokens.sentence[head]!]!.tokens
  for (let i = first; i < end; i++) {
    const form = doc.text.slice(doc.tokens.start[i]!, doc.tokens.end[i]!).toLowerCase()
    const dashed = /^(.+)-(brokered|mediated|sponsored|facilitated)$/.exec(form)
    if (!dashed && !(BROKERED_FORMS.has(form) && (BROKERED.includes(doc.tags.lemma[i]!) || form === 'sponsored'))) continue
    const governor = doc.tree.head[i]!
    const near = [
      head,
      carrier?.head ?? -1,
      ...Object.values(roles)
        .flat()
        .map((it) => it.head),
    ]
    if (i === head || !(near.includes(governor) || Math.abs(i - head) <= 2)) continue
    const at = dashed ? i : i >= 2 && /^[-‐‑]$/.test(doc.text.slice(doc.tokens.start[i - 1]!, doc.tokens.end[i - 1]!)) ? i - 2 : undefined
    if (at !== undefined) return withInside(parties, { head: at, first: at, end: at + 1, how: 'broker' })
    if (doc.tags.lemma[i + 1] !== 'by') continue
    for (let k = i + 2; k < Math.min(end, i + 7); k++) {
      const found = withInside(parties, { head: k, first: k, end: k + 1, how: 'broker' })
      if (found.length > 0) return found
    }
  }
  return []
}
