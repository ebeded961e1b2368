import { randomFrom } from './random.mjs'

// Documents whose text says in five words what happened, and a coder that reads no more than these. What is proven here is the engine, not the language.

const COUNTRIES = ['ARM', 'BLR', 'RUS', 'GBR', 'QAT', 'SAU', 'ERI', 'ETH']
const ACTS = ['recall', 'return', 'accuse']

/** What the acts do to the ledger. */
export const EFFECTS = new Map([
  ['recall', { of: 'post ambassador', becomes: 'recalled', sides: { from: 'actor', at: 'recipient' } }],
  ['return', { of: 'post ambassador', becomes: 'present', sides: { from: 'actor', at: 'recipient' } }],
])

/** So many raw documents; the same seed gives the same ones. Several tell the same event. */
export function madeDocuments(seed, count) {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, i) => {
    const from = random.of(COUNTRIES)
    const to = random.of(COUNTRIES.filter((it) => it !== from))
    const day = `2024-0${1 + random.below(6)}-${String(1 + random.below(28)).padStart(2, '0')}`
    const text = `${from} ${random.of(ACTS)} ${to} ${i}${random.chance(0.02) ? ' broken' : ''}`
    return {
      id: `d${i}`,
      input: { path: 'made.jsonl', item: i },
      article: { text, removed: [], related: [], publisher: `outlet ${i % 7}`, published: { day, basis: 'given' } },
    }
  })
}

/** What the coder makes of a document: one claim, or a refusal where the text says so. */
export function coded({ id, input, article }) {
  const { text, published } = article
  const [from, act, to, , broken] = text.split(' ')
  if (broken) return { id, failure: { reason: 'broken', place: 'text', fault: 'says that it is broken', cure: 'none' } }
  const side = (country, at) => ({ span: { from: at, to: at + 3 }, actor: `state:${country}`, country, sector: 'GOV' })
  const claim = {
    id: `claim-${id}`,
    rule: act,
    type: act === 'accuse' ? 'ACCUSE' : 'SANCTION',
    status: 'actual',
    historical: false,
    actors: [side(from, 0)],
    recipients: [side(to, from.length + act.length + 2)],
    when: { from: published.day, to: published.day, basis: 'stated' },
    attribution: [],
    trigger: { from: 4, to: 4 + act.length },
    sentence: { from: 0, to: text.length },
    confidence: 0.9,
  }
  return {
    id,
    row: {
      schema: 1,
      id,
      input,
      article,
      sentences: [{ span: { from: 0, to: text.length } }],
      mentions: [],
      actors: [from, to].map((country) => ({ id: `state:${country}`, name: country, kind: 'state', country, sector: 'GOV' })),
      times: [],
      places: [],
      quotations: [],
      claims: [claim],
    },
  }
}
