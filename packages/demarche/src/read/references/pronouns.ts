import { deprelAt, uposId, type Name } from '../../doc/index.js'
import type { MentionRow } from '../../spec/index.js'
import type { Binding } from './binding.js'

const PRON = uposId.get('PRON')!
const GENDERED = /^(?:he|him|his|himself|she|her|hers|herself)$/
const PLURAL = /^(?:they|them|their|theirs|themselves)$/
const THING = /^(?:it|its|itself)$/
const FIRST = /^(?:i|me|my|mine|myself|we|us|our|ours|ourselves)$/

/** Pronouns, and "the country", with whom they stand for and why. */
export function pronouns(at: Binding): { row: MentionRow; why: string }[] {
  const { tokens, tags, text, names, speech } = at.doc
  const found: { row: MentionRow; why: string }[] = []
  const order = names
    .map((name, i) => ({ name, id: at.bound[i] }))
    .filter((it) => it.id !== undefined)
    .toSorted((a, b) => a.name.span.from - b.name.span.from)
  let seen = 0
  let person: string | undefined
  let held = -1
  let body: string | undefined
  let group: string | undefined
  let state: string | undefined
  for (let i = 0; i < tokens.length; i++) {
    for (; seen < order.length && order[seen]!.name.span.to <= tokens.start[i]!; seen++) {
      const { name, id } = order[seen]!
      const kind = at.actors.get(id!)?.kind
      if (kind === 'person') {
        // The subject of a sentence stays who "he" is until another subject or two sentences pass.
        const sentence = tokens.sentence[name.head]!
        if (isSubject(at, name)) [person, held] = [id, sentence]
        else if (person === undefined || sentence > held + 1) person = id
      }
      if (kind === 'group') group = id
      if (kind === 'state') state = id
      else if (kind === 'state' || kind === 'organisation') if (name.kind !== 'nationality') body = id
    }
    if (
      state !== undefined &&
      text.startsWith('country', tokens.start[i]) &&
      i > 0 &&
      /^the$/i.test(text.slice(tokens.start[i - 1], tokens.end[i - 1])) &&
      text.slice(tokens.start[i], tokens.end[i]).length === 7
    ) {
      found.push({
        row: { span: { from: tokens.start[i - 1]!, to: tokens.end[i]! }, kind: 'pronoun', actor: state },
        why: 'the state last named',
      })
      continue
    }
    if (tags.upos[i] !== PRON) continue
    const word = text.slice(tokens.start[i], tokens.end[i]).toLowerCase()
    const span = { from: tokens.start[i]!, to: tokens.end[i]! }
    let actor: string | undefined
    if (GENDERED.test(word)) actor = person
    else if (PLURAL.test(word)) actor = group
    else if (THING.test(word)) actor = body
    else if (FIRST.test(word)) {
      const quotation = speech.find(({ content }) => content.some((it) => it.from <= span.from && span.to <= it.to))
      const source = quotation?.source
      actor = source && order.find(({ name }) => name.span.from < source.to && name.span.to > source.from)?.id
      if (actor === undefined) continue
    } else continue
    found.push({
      row: { span, kind: 'pronoun', ...(actor !== undefined && { actor }) },
      why: actor === undefined ? 'nobody stands before it' : 'the nearest that fits before it',
    })
  }
  return found
}

function isSubject(at: Binding, { tokens: { first, end } }: Name): boolean {
  for (let i = first; i < end; i++) if (deprelAt(at.doc.tree, i).startsWith('nsubj')) return true
  return false
}
