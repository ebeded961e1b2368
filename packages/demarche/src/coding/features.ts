import { dependents, deprelAt, type Doc, uposAt, xposAt } from '../doc/index.js'
import type { Draft } from './draft.js'
import type { Told } from './told.js'

type Read = Doc<'tokens' | 'sentences' | 'tags' | 'tree'>

/** What the chooser looks at: how an act is told, how its participants were reached, and what else its sentence tells. Names are stable: weights hang on them. */
export function featuresOf(doc: Read, told: Told, draft: Draft, beside: readonly Draft[]): string[] {
  const { chosen, codes, actors, recipients, loose, frame, status } = draft
  const { act, rule, trigger, filled, tokens } = chosen
  const top = telling(doc, told, act.carrier?.head ?? act.head)
  const depth = depthOf(doc, top)
  const form = act.form === 'noun' && act.carrier ? 'carried' : act.form
  const higher = beside.filter(
    (it) =>
      it !== draft &&
      it.chosen.act.head !== act.head &&
      depthOf(doc, telling(doc, told, it.chosen.act.carrier?.head ?? it.chosen.act.head)) < depth,
  ).length
  const {
    kind,
    tokens: { first },
  } = doc.sentences[doc.tokens.sentence[act.head]!]!
  const relation = deprelAt(doc.tree, top)
  return [
    `relation ${relation}`,
    `form ${form}`,
    `form ${form} relation ${relation}`,
    `depth ${Math.min(depth, 6)}`,
    `actor ${actors[0]?.how ?? 'none'}`,
    `actor kind ${actors[0]?.kind ?? 'none'}`,
    `recipient ${recipients[0]?.how ?? 'none'}`,
    `recipient kind ${recipients[0]?.kind ?? 'none'}`,
    `sides ${form} ${actors.length > 0 ? 1 : 0}${recipients.length > 0 ? 1 : 0}`,
    `loose ${Math.min(loose, 2)}`,
    `status ${status}`,
    `frame ${frame ?? 'none'}`,
    `filled ${Math.min(filled, 5)}`,
    `words ${Math.min(tokens.length, 3)}`,
    `higher ${Math.min(higher, 3)}`,
    `beside ${Math.min(beside.length, 4)}`,
    `type ${codes.type ?? 'none'}`,
    `rule ${rule.rule}`,
    `kind ${kind}`,
    `under ${above(doc, top)}`,
    `first ${act.head - first < 4 ? 1 : 0}`,
    `voice ${act.voice}`,
    `tense ${xposAt(doc.tags, act.carrier?.head ?? act.head)}`,
    `article ${articleOf(doc, act.head)}`,
    `link ${linkOf(doc, top)}`,
    `form ${form} type ${codes.type ?? 'none'}`,
    `relation ${relation} type ${codes.type ?? 'none'}`,
    `told ${told.at[act.head]! < 0 ? 'plainly' : told.quoted[told.at[act.head]!] ? 'in quotes' : 'by somebody'}`,
    `actor how ${actors[0]?.how ?? 'none'} kind ${actors[0]?.kind ?? 'none'}`,
    `actor sector ${actors[0]?.sector ?? 'none'}`,
    `actor sector ${actors[0]?.sector ?? 'none'} type ${codes.type ?? 'none'}`,
    `names ${Math.min(namesIn(doc, doc.tokens.sentence[act.head]!), 5)}`,
    `recipient sector ${recipients[0]?.sector ?? 'none'}`,
    `long ${Math.min(Math.floor((doc.sentences[doc.tokens.sentence[act.head]!]!.tokens.end - first) / 10), 4)}`,
    ...(trigger.derived ? ['derived'] : []),
    ...(actors[0]?.country !== undefined ? ['actor country'] : []),
    ...(recipients[0]?.country !== undefined ? ['recipient country'] : []),
    ...(actors[0]?.actor !== undefined ? ['actor known'] : []),
    ...(recipients[0]?.actor !== undefined ? ['recipient known'] : []),
  ]
}

/** What is said stands in its sentence where the saying stands: in "the minister said **the army shelled** a town" nothing is subordinate but the form. */
function telling({ tree }: Read, told: Told, token: number): number {
  let at = token
  for (let n = 0; n < 4 && deprelAt(tree, at) === 'ccomp'; n++) {
    const verb = tree.head[at]!
    if (!told.cues.has(verb) || told.at[at]! < 0) break
    at = verb
  }
  return at
}

/** How many words of names a sentence has: news names who acts, what is true in general names few. */
function namesIn({ sentences, tags }: Read, sentence: number): number {
  const { first, end } = sentences[sentence]!.tokens
  let n = 0
  for (let i = first; i < end; i++) if (uposAt(tags, i) === 'PROPN') n++
  return n
}

function depthOf({ tree }: Doc<'tree'>, token: number): number {
  let n = 0
  for (let i = token; i >= 0 && n < 40; i = tree.head[i]!) n++
  return n
}

/** The article or owner before a noun: `a`, `the`, `owned`, `none`. */
function articleOf({ tree, tags }: Read, token: number): string {
  if (uposAt(tags, token) !== 'NOUN') return 'no noun'
  for (const kid of dependents(tree, token)) {
    const relation = deprelAt(tree, kid)
    if (relation === 'nmod:poss') return 'owned'
    if (relation === 'det') return tags.lemma[kid]!.toLowerCase()
  }
  return 'none'
}

/** The preposition or conjunction by which an act hangs on the rest: "**after** the attack", "**since** it seized power". */
function linkOf({ tree, tags }: Read, token: number): string {
  const kid = dependents(tree, token).find((it) => ['mark', 'case'].includes(deprelAt(tree, it)))
  return kid === undefined ? 'none' : tags.lemma[kid]!.toLowerCase()
}

/** The word class of what an act hangs on: a verb, a noun, nothing. */
function above(doc: Doc<'tokens' | 'tags' | 'tree'>, token: number): string {
  const governor = doc.tree.head[token]!
  return governor < 0 ? 'root' : uposAt(doc.tags, governor)
}
