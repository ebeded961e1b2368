import { deprelAt, dependents, spanOf, uposAt, xposAt, type Status, type StatusCue } from '../../doc/index.js'
import type { StatusEntry, Table } from './lexicon.js'
import { child, infinitive, isNominal, isVerbal, lemmaAt, lower, type Read } from './syntax.js'

/** What the words that belong to a verb or noun itself say: "not", "will", "no", "possible". */
export interface Own {
  readonly status: Status
  readonly cues: readonly StatusCue[]
  /** The modal verb, where there is one. */
  readonly modal?: string
  /** It is a phrase with "no", which negates its clause and not the clause's negation. */
  readonly phrase?: true
}

interface Found {
  readonly at: number
  readonly entry: StatusEntry
}

/** The status of `i` by its own negation, modal, adverbs, determiner and adjectives. */
export function ownStatus(table: Table, doc: Read, i: number): Own {
  return isVerbal(doc, i) || child(doc, i, 'cop') >= 0 ? ofClause(table, doc, i) : ofPhrase(table, doc, i)
}

function ofClause(table: Table, doc: Read, i: number): Own {
  const cues: StatusCue[] = []
  const cue = ({ at, entry }: Found) => cues.push({ span: spanOf(doc.tokens, at), why: entry.why })
  const modals: Found[] = []
  const negations: Found[] = []
  const adverbs: Found[] = []
  for (const kid of dependents(doc.tree, i)) {
    const relation = deprelAt(doc.tree, kid)
    if (relation === 'aux') take(modals, table, 'modal', doc, kid)
    else if (relation === 'advmod' || relation === 'cc' || relation === 'cc:preconj') {
      const found = adverb(table, doc, kid)
      if (found) (found.entry.holds === 'negated' ? negations : adverbs).push(found)
    } else if (relation.startsWith('nsubj') || relation === 'obj' || relation === 'obl' || relation === 'csubj') {
      const found = negativePhrase(table, doc, kid)
      if (found) negations.push(found)
    }
  }
  let status: Status = 'actual'
  const modal = modals[0]
  if (modal) {
    status = effect(modal.entry.holds)
    cue(modal)
  }
  for (const found of negations) {
    // Two negations of one clause cancel ("no one did nothing"); with a modal the table says what its negation means ("cannot", "may not").
    status =
      modal && found === negations[0]
        ? effect(modal.entry.not)
        : status === 'negated'
          ? 'actual'
          : status === 'hypothetical'
            ? status
            : 'negated'
    cue(found)
  }
  for (const found of adverbs) {
    if (status === 'actual' || found.entry.holds === 'hypothetical') status = status === 'negated' ? status : effect(found.entry.holds)
    cue(found)
  }
  return { status, cues, ...(modal ? { modal: lemmaAt(doc, modal.at) } : {}) }
}

function ofPhrase(table: Table, doc: Read, i: number): Own {
  const own = negativePhrase(table, doc, i)
  if (own) return { status: 'negated', phrase: true, cues: [{ span: spanOf(doc.tokens, own.at), why: own.entry.why }] }
  for (const kid of dependents(doc.tree, i)) {
    const relation = deprelAt(doc.tree, kid)
    if (relation === 'advmod') {
      const found = adverb(table, doc, kid)
      if (found) return { status: effect(found.entry.holds), cues: [{ span: spanOf(doc.tokens, kid), why: found.entry.why }] }
    }
    if (relation !== 'amod' && relation !== 'compound') continue
    const entry = table.quality.get(lower(doc, kid))?.get('-') ?? table.quality.get(lemmaAt(doc, kid))?.get('-')
    if (entry) return { status: effect(entry.holds), cues: [{ span: spanOf(doc.tokens, kid), why: entry.why }] }
  }
  return { status: 'actual', cues: [] }
}

const effect = (it: StatusEntry['holds']): Status => (it === 'same' ? 'actual' : it)

function take(into: Found[], table: Table, kind: 'modal', doc: Read, at: number): void {
  const entry = table[kind].get(lower(doc, at))?.get('-') ?? table[kind].get(lemmaAt(doc, at))?.get('-')
  if (entry) into.push({ at, entry })
}

/** An adverb of the table; "longer" and "more" only after "no" or "any". */
function adverb(table: Table, doc: Read, at: number): Found | undefined {
  const word = lower(doc, at)
  if (word === 'longer' || word === 'more') {
    const entry = at > 0 && lower(doc, at - 1) === 'no' ? table.determiner.get('no')?.get('-') : undefined
    return entry && { at: at - 1, entry }
  }
  // "not only … but", "no fewer than", "not least": nothing is negated.
  if (word === 'not' && at + 1 < doc.tokens.length && ['only', 'just', 'least', 'merely', 'simply'].includes(lower(doc, at + 1)))
    return undefined
  const lemma = word === "n't" || word === 'n’t' ? 'not' : word
  const entry = table.adverb.get(lemma)?.get('-')
  return entry && { at, entry }
}

/** "nobody", "no agreement", "neither side", "at no time", "none of them": the phrase that negates its clause. */
function negativePhrase(table: Table, doc: Read, i: number): Found | undefined {
  if (!isNominal(doc, i) && uposAt(doc.tags, i) !== 'DET') return undefined
  const self = table.determiner.get(lower(doc, i))?.get('-')
  if (self) return { at: i, entry: self }
  for (const kid of dependents(doc.tree, i)) {
    const relation = deprelAt(doc.tree, kid)
    // "neither he nor any official": the pair word may hang as a plain conjunction before its noun.
    if (
      relation !== 'det' &&
      relation !== 'cc:preconj' &&
      relation !== 'advmod' &&
      relation !== 'det:predet' &&
      !(relation === 'cc' && kid < i)
    )
      continue
    const entry = table.determiner.get(lower(doc, kid))?.get('-')
    if (entry) return { at: kid, entry }
  }
  return undefined
}

/** "to" and a subject of its own at the top of a headline: "Minister to visit Ankara". */
export const isHeadlineFuture = (doc: Read, i: number): boolean => infinitive(doc, i) >= 0 && child(doc, i, 'nsubj', 'nsubj:pass') >= 0

/** A verb in its base form without subject, auxiliary or "to": a command, but for headlines, which command nobody. */
export function isImperative(doc: Read, i: number): boolean {
  if (doc.sentences[doc.tokens.sentence[i]!]!.kind === 'headline') return false
  return xposAt(doc.tags, i) === 'VB' && child(doc, i, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass', 'mark', 'expl', 'csubj') < 0
}
