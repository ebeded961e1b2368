import { spanOf, uposAt } from '../doc/index.js'
import type { ClaimRow } from '../spec/index.js'
import { contains, contentId, overlaps } from '../text/index.js'
import { figuresOf } from './counted.js'
import { contextsOf, type Draft } from './draft.js'
import { onlyCountry, type Parties, type Party, type Read } from './party.js'
import { scoresOf } from './schemes.js'
import type { Scene } from './test.js'
import { isHistorical, whenOf } from './when.js'

type Participant = ClaimRow['actors'][number]

/** The finished claim of a draft. */
export function rowOf(scene: Scene, draft: Draft): ClaimRow {
  const { chosen, codes, status, actors, recipients, others } = draft
  const { act, rule } = chosen
  const { doc } = scene.parties
  const trigger = spanOf(doc.tokens, act.head)
  const sentence = doc.sentences[doc.tokens.sentence[act.head]!]!.span
  const when = whenOf(doc, act, status)
  const where = whereOf(scene.parties, draft)
  const figures = figuresOf(scene, draft)
  const { type = null, mode, cameo } = codes
  const home = onlyCountry(scene.parties, act.head)
  const here = where?.role === 'site' ? doc.places[where.place]!.country : undefined
  return {
    id: contentId('claim', doc.text.length, doc.text.slice(0, 200), doc.article.uri, rule.rule, trigger.from, trigger.to, status),
    rule: rule.rule,
    type,
    ...(mode !== undefined && { mode }),
    contexts: contextsOf(scene, act, codes),
    ...(cameo !== undefined && { cameo }),
    ...scoresOf(scene.coder.book.schemes, codes),
    status,
    historical: isHistorical(doc, when, act),
    actors: actors.map((party) => participant(party, home)),
    recipients: recipients.map((party) => participant(party, home ?? here)),
    ...(others.length > 0 && {
      others: others.map(({ role, party: { span, actor } }) => ({ role, span, ...(actor !== undefined && { actor }) })),
    }),
    when,
    ...(where && { where }),
    ...(figures.length > 0 && { figures }),
    attribution: attributionOf(scene.parties, act.head),
    trigger,
    sentence,
    confidence: confidenceOf(doc, draft),
  }
}

/** Sectors of bodies that are of no country. */
const BORDERLESS: ReadonlySet<string> = new Set(['IGO', 'NGO', 'MNC', 'IMG', 'JRN', 'MED'])

/** A participant; without a country of its own it is of the only one that its sentence names, and whom an act befalls of that of its place. */
function participant({ span, actor, country, sector }: Party, home: string | undefined): Participant {
  const borderless = BORDERLESS.has(sector ?? '') || actor?.startsWith('igo:') === true
  const of = country ?? (borderless ? undefined : home)
  return { span, ...(actor !== undefined && { actor }), ...(of !== undefined && { country: of }), ...(sector !== undefined && { sector }) }
}

/** Who is said to say it: the quotations around the act, the outermost first. */
function attributionOf({ doc, standing }: Parties, head: number): ClaimRow['attribution'] {
  const { quotations, mentions, tokens } = doc
  const trigger = spanOf(tokens, head)
  return standing
    .quotationsIn(tokens.sentence[head]!)
    .map((q) => quotations[q]!)
    .filter(({ content, source }) => source !== undefined && content.some((span) => contains(span, trigger)))
    .toSorted((a, b) => width(b.content) - width(a.content) || a.source!.from - b.source!.from)
    .map((quotation) => {
      const actor =
        quotation.speaker ?? mentions.find(({ span, actor: id }) => id !== undefined && overlaps(span, quotation.source!))?.actor
      const { medium } = quotation as { medium?: string }
      return { ...(actor !== undefined && { actor }), span: quotation.source!, ...(medium !== undefined && { medium }) }
    })
}

const width = (spans: readonly { from: number; to: number }[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0)

const SITES: readonly string[] = ['in', 'at', 'near', 'outside', 'around', 'across', 'into', 'on', 'of', 'to', 'from', 'theme', 'recipient']

/** The place of an act: that of its *in* or *at*, else of what befell a place, else the only place of the sentence. */
function whereOf({ doc, standing }: Parties, { chosen: { act }, others }: Draft): ClaimRow['where'] {
  // "the Russian-brokered deal" was not made in Russia.
  const at = (head: number): number =>
    uposAt(doc.tags, head) === 'ADJ' ? -1 : (standing.placesAt(head).find((p) => doc.text[doc.places[p]!.span.to] !== '-') ?? -1)
  for (const { role, party } of others) {
    const place = role === 'territory' ? at(party.head) : -1
    if (place >= 0) return { place, role: 'site' }
  }
  for (const role of SITES) {
    for (const { head, first, end } of act.roles[role] ?? []) {
      let place = at(head)
      for (let i = first; place < 0 && i < end; i++) place = at(i)
      if (place >= 0) return { place, role: role === 'from' ? 'origin' : role === 'to' ? 'destination' : 'site' }
    }
  }
  const sentence = doc.tokens.sentence[act.head]!
  const here = standing.placesIn(sentence).filter((p) => {
    const { span, kind } = doc.places[p]!
    return contains(doc.sentences[sentence]!.span, span) && kind !== 'country' && kind !== 'nationality'
  })
  return here.length === 1 ? { place: here[0]!, role: 'near' } : undefined
}

/** How likely the claim is right, by how it was found; held against cases in `docs/benchmarks.md`. */
function confidenceOf({ tree }: Read, { chosen: { act, trigger, filled }, loose, actors, recipients, confidence }: Draft): number {
  if (confidence !== undefined) return Math.round(Math.min(0.98, Math.max(0.02, confidence)) * 100) / 100
  let value = 0.86 + 0.02 * Math.min(3, filled)
  value -= 0.12 * loose + (trigger.derived ? 0.05 : 0) + (act.form === 'noun' ? 0.05 : 0)
  value -= (actors.length === 0 ? 0.1 : 0) + (recipients.length === 0 ? 0.08 : 0)
  value -= 0.15 * (1 - (tree.confidence[act.head] ?? 255) / 255)
  return Math.round(Math.min(0.98, Math.max(0.05, value)) * 100) / 100
}
