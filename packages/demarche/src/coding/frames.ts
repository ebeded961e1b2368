import type { Act } from '../doc/index.js'
import { deprelAt, subtree } from '../doc/index.js'
import type { Chosen } from './choose.js'
import { lengthAt } from './classes.js'
import type { Coder } from './compile.js'
import { conjunct } from './joined.js'
import type { Codes, Frame } from './rule.js'
import type { Read } from './party.js'
import type { Scene } from './test.js'

/** Modals that make a negation a refusal: "will not visit", "cannot accept". */
const REFUSING: ReadonlySet<string> = new Set(['will', 'wo', 'would', 'can', 'ca', 'could', 'shall', 'sha', "'ll", '’ll', "'d"])

/** Whether an act is ruled out for the time to come, not denied of the past. */
export function isRefused({ text }: Read, { status, cues }: Act): boolean {
  return status === 'negated' && cues.some(({ span }) => REFUSING.has(text.slice(span.from, span.to).toLowerCase()))
}

const INTENDING: ReadonlySet<string> = new Set(['will', 'wo', 'would', 'shall', 'sha', "'ll", '’ll', "'d", '’d'])

/** Whether an act is announced: it is to come, or "would" or "will" come on a condition. */
export function isMeant({ text }: Read, { status, cues }: Act): boolean {
  return (
    status === 'future' ||
    (status === 'hypothetical' && cues.every(({ span }) => INTENDING.has(text.slice(span.from, span.to).toLowerCase())))
  )
}

/** The act that a speech act is about: the chosen one at the head of its content, else the first inside. Only acts that rules give a content to. */
export function innerOf({ coder, parties }: Scene, { act, bound, rule }: Chosen, byHead: ReadonlyMap<number, Chosen>): Chosen | undefined {
  const { tree } = parties.doc
  const fillers = bound['content'] ?? act.roles['content'] ?? []
  for (const { head } of fillers) {
    const there = byHead.get(head)
    if (there?.rule.content !== undefined && there.rule !== rule) return there
  }
  for (const { head, how } of fillers) {
    if (how !== 'clause' && fillers.some((it) => it.how === 'clause')) continue
    const { first, end } = subtree(tree, head)
    for (let i = Math.max(first, act.head + 1); i < end; i++) {
      const there = byHead.get(i)
      if (there?.rule.content === undefined || there.rule.frame !== undefined || there.rule === rule) continue
      // "offered to hand over a man suspected of **bombing** a train": what stands deeper is not promised where it makes the promise a threat.
      const at = deprelAt(tree, i) === 'compound' ? tree.head[i]! : i
      const isObject = tree.head[at] === head && deprelAt(tree, at) === 'obj'
      if (isObject || coder.book.contents[there.rule.content]?.frames[rule.frame!]?.type === rule.codes.type) return there
    }
  }
  return undefined
}

/** The codes of frame × content, with the contexts of the act; `undefined` when the table has none. */
export function framed({ book }: Coder, frame: Frame, content: string | undefined, contexts: readonly string[]): Codes | undefined {
  const entry = content === undefined ? undefined : book.contents[content]
  const codes = entry?.frames[frame]
  if (!entry || !codes) return undefined
  return { ...codes, contexts: [...new Set([...contexts, ...entry.contexts, ...(codes.contexts ?? [])])] }
}

/** The content whose words stand first in what a speech act is about, where no rule reads the act inside: "urged Iran to honour its **treaties**". */
export function contentByWords(
  scene: Scene,
  { act, bound, rule }: Chosen,
  frame: Frame,
): { readonly content: string; readonly at: number } | undefined {
  const { coder } = scene
  const { doc } = scene.parties
  const clauses = (bound['content'] ?? act.roles['content'] ?? []).filter(({ how }) => how === 'clause')
  const { end } = doc.sentences[doc.tokens.sentence[act.head]!]!.tokens
  const told = clauses.map(({ head }) => subtree(doc.tree, head))
  // Where the parser sees no clause ("agreed to **exchange** data", with a noun), what stands next.
  if (told.length === 0) told.push({ first: act.head + 1, end: Math.min(end, conjunct(doc, act.head).end, act.head + NEXT) })
  for (const { first, end } of told) {
    for (let i = Math.max(first, act.head + 1); i < end; i++) {
      const found = coder.contents.find(
        ([name, words]) => coder.book.contents[name]!.frames[frame]?.type === rule.codes.type && lengthAt(doc, i, words) > 0,
      )
      if (found) return { content: found[0], at: i }
    }
  }
  return undefined
}

/** Words after a speech act within which what it is about is told. */
const NEXT = 12

/** Heads of what stands inside acts whose rules drop it: no claims are made there. */
export function dropped({ tree }: Read, chosen: readonly Chosen[]): Set<number> {
  const out = new Set<number>()
  for (const { act, rule } of chosen) {
    if (rule.inside !== 'drop') continue
    for (const role of ['content', 'theme', 'of', 'for', 'about', 'over'] as const) {
      for (const { head, how } of act.roles[role] ?? []) {
        if (how === 'relative') continue
        const { first, end } = subtree(tree, head)
        for (let i = first; i < end; i++) if (i !== act.head) out.add(i)
      }
    }
  }
  return out
}
