import { namedStore, openSqlite, type Store } from '../store/index.js'
import type { Effects } from '../ledger/index.js'
import type { ClaimRow, DocumentRow } from '../spec/index.js'
import type { RuleBook } from '../coding/index.js'

/** Rules of the made ledger. */
export const EFFECTS: Effects = new Map([
  ['recall-ambassador', { of: 'post ambassador', becomes: 'recalled', sides: { from: 'actor', at: 'recipient' } }],
  ['return-ambassador', { of: 'post ambassador', becomes: 'present', sides: { from: 'actor', at: 'recipient' } }],
  ['impose-sanctions', { of: 'sanctions', becomes: 'in force', sides: { by: 'actor', on: 'recipient' } }],
  ['start-war', { of: 'armed conflict', becomes: 'war', sides: { between: 'both' } }],
])

interface Said {
  /** A piece of the article that occurs once: the sentence. */
  readonly sentence: string
  readonly trigger: string
  readonly rule: string
  readonly type: string
  readonly mode?: string
  readonly quad: number
  readonly actor: readonly [string, string]
  readonly recipient?: readonly [string, string]
  readonly on: string
  readonly status?: ClaimRow['status']
  readonly historical?: boolean
  readonly by?: string
  readonly killed?: readonly [string, number]
  /** Name, latitude, longitude; kind and country where it is no city. */
  readonly place?: readonly [string, number, number, string?, string?]
}

interface Article {
  readonly id: string
  readonly day: string
  readonly title: string
  readonly publisher?: string
  readonly text: string
  /** Pieces of the text that are no article. */
  readonly removed?: readonly (readonly [string, string])[]
  readonly says: readonly Said[]
}

const NAMES: ReadonlyMap<string, { readonly name: string }> = new Map([
  ['ARM', { name: 'Armenia' }],
  ['BLR', { name: 'Belarus' }],
  ['RUS', { name: 'Russia' }],
])

/** A coded document, built by hand from pieces of its text. Throws when a piece is not there. */
export function made({ id, day, title, publisher = 'Meridian Wire', text, removed = [], says }: Article): DocumentRow {
  const at = (piece: string, within = { from: 0, to: text.length }): { from: number; to: number } => {
    const from = text.indexOf(piece, within.from)
    if (from < 0 || from + piece.length > within.to) throw new Error(`“${piece}” is not in “${text.slice(within.from, within.to)}”`)
    return { from, to: from + piece.length }
  }
  const states = [...new Set(says.flatMap(({ actor, recipient }) => [actor[0], ...(recipient ? [recipient[0]] : [])]))]
  const side = (of: readonly [string, string], sentence: { from: number; to: number }): ClaimRow['actors'][number] => ({
    span: at(of[1], sentence),
    actor: `state:${of[0]}`,
    country: of[0],
    sector: 'GOV',
  })
  const places = says.flatMap(({ place, sentence }) =>
    place
      ? [
          {
            span: at(place[0], at(sentence)),
            name: place[0],
            kind: place[3] ?? 'city',
            ...(place[4] && { country: place[4] }),
            lat: place[1],
            lon: place[2],
          },
        ]
      : [],
  )
  return {
    schema: 1,
    id,
    input: { path: 'made.jsonl' },
    article: {
      title,
      publisher,
      uri: `https://example.org/${id}`,
      text,
      removed: removed.map(([piece, why]) => ({ span: at(piece), why })),
      related: [],
      published: { day, basis: 'given' },
      language: 'en',
    },
    sentences: says.map(({ sentence }) => ({ span: at(sentence) })),
    mentions: [],
    actors: states.map((code) => ({
      id: `state:${code}`,
      name: NAMES.get(code)?.name ?? code,
      kind: 'state',
      country: code,
      sector: 'GOV',
    })),
    times: [],
    places,
    quotations: [],
    claims: says.map((it, i) => {
      const sentence = at(it.sentence)
      const place = places.findIndex(({ name }) => name === it.place?.[0])
      return {
        id: `${id}-claim-${i}`,
        rule: it.rule,
        type: it.type,
        ...(it.mode === undefined ? {} : { mode: it.mode }),
        quad: it.quad,
        goldstein: [0, 3, 6, -3, -8][it.quad]!,
        cameo: '161',
        status: it.status ?? 'actual',
        historical: it.historical ?? false,
        actors: [side(it.actor, sentence)],
        recipients: it.recipient ? [side(it.recipient, sentence)] : [],
        when: { from: it.on, to: it.on, basis: 'stated' },
        ...(place < 0 ? {} : { where: { place, role: 'site' } }),
        ...(it.killed ? { figures: [{ kind: 'killed', min: it.killed[1], max: it.killed[1], span: at(it.killed[0], sentence) }] } : {}),
        attribution: it.by === undefined ? [] : [{ span: at(it.by, sentence), medium: 'statement' }],
        trigger: at(it.trigger, sentence),
        sentence,
        confidence: 0.9,
      } satisfies ClaimRow
    }),
  }
}

const ADVERT = 'Subscribe to our newsletter.'
export const HOSTILE = '<img src=x onerror="alert(1)"><script>alert(2)</script>'

/** A small story of two states in four articles: a recall told twice, sanctions, a denied attack, an announced return. */
export const ARTICLES: readonly DocumentRow[] = [
  made({
    id: 'recall-1',
    day: '2024-06-13',
    title: 'Armenia recalls its ambassador from Belarus',
    text: `Armenia recalled its ambassador from Belarus on Thursday, the Foreign Ministry said.\n\n${ADVERT}\n\nBelarus denied that it had attacked Armenia in Yerevan. Russia may impose sanctions on Armenia.`,
    removed: [[ADVERT, 'advert']],
    says: [
      {
        sentence: 'Armenia recalled its ambassador from Belarus on Thursday, the Foreign Ministry said.',
        trigger: 'recalled',
        rule: 'recall-ambassador',
        type: 'SANCTION',
        mode: 'withdraw',
        quad: 4,
        actor: ['ARM', 'Armenia'],
        recipient: ['BLR', 'Belarus'],
        on: '2024-06-13',
        by: 'the Foreign Ministry',
      },
      {
        sentence: 'Belarus denied that it had attacked Armenia in Yerevan.',
        trigger: 'attacked',
        rule: 'attack',
        type: 'ASSAULT',
        quad: 4,
        actor: ['BLR', 'Belarus'],
        recipient: ['ARM', 'Armenia'],
        on: '2024-06-12',
        status: 'negated',
        by: 'Belarus',
        place: ['Yerevan', 40.18, 44.51],
      },
      {
        sentence: 'Russia may impose sanctions on Armenia.',
        trigger: 'sanctions',
        rule: 'impose-sanctions',
        type: 'SANCTION',
        mode: 'embargo',
        quad: 4,
        actor: ['RUS', 'Russia'],
        recipient: ['ARM', 'Armenia'],
        on: '2024-06-13',
        status: 'hypothetical',
      },
    ],
  }),
  made({
    id: 'recall-2',
    day: '2024-06-14',
    title: 'Yerevan calls its envoy home',
    publisher: 'Harbour Gazette',
    text: 'On June 13, Armenia recalled its ambassador from Belarus. Two people were killed, 2, when Belarus shelled Armenia on Friday.',
    says: [
      {
        sentence: 'On June 13, Armenia recalled its ambassador from Belarus.',
        trigger: 'recalled',
        rule: 'recall-ambassador',
        type: 'SANCTION',
        mode: 'withdraw',
        quad: 4,
        actor: ['ARM', 'Armenia'],
        recipient: ['BLR', 'Belarus'],
        on: '2024-06-13',
      },
      {
        sentence: 'Two people were killed, 2, when Belarus shelled Armenia on Friday.',
        trigger: 'shelled',
        rule: 'attack',
        type: 'ASSAULT',
        mode: 'heavy-weapons',
        quad: 4,
        actor: ['BLR', 'Belarus'],
        recipient: ['ARM', 'Armenia'],
        on: '2024-06-14',
        killed: ['Two', 2],
      },
    ],
  }),
  made({
    id: 'sanctions',
    day: '2024-09-02',
    title: 'Belarus hits Armenia with sanctions',
    text: 'Belarus imposed sanctions on Armenia on Monday. Armenia praised Belarus in 2019.',
    says: [
      {
        sentence: 'Belarus imposed sanctions on Armenia on Monday.',
        trigger: 'imposed',
        rule: 'impose-sanctions',
        type: 'SANCTION',
        mode: 'embargo',
        quad: 4,
        actor: ['BLR', 'Belarus'],
        recipient: ['ARM', 'Armenia'],
        on: '2024-09-02',
        place: ['Armenia', 40, 45, 'country', 'ARM'],
      },
      {
        sentence: 'Armenia praised Belarus in 2019.',
        trigger: 'praised',
        rule: 'praise',
        type: 'SUPPORT',
        quad: 1,
        actor: ['ARM', 'Armenia'],
        recipient: ['BLR', 'Belarus'],
        on: '2019-01-01',
        historical: true,
      },
    ],
  }),
  made({
    id: 'return',
    day: '2025-02-10',
    title: `Envoy returns ${HOSTILE}`,
    text: `Armenia sent its ambassador back to Belarus on Monday. ${HOSTILE} Armenia met Belarus in Minsk.`,
    says: [
      {
        sentence: 'Armenia sent its ambassador back to Belarus on Monday.',
        trigger: 'sent',
        rule: 'return-ambassador',
        type: 'COOPERATE',
        quad: 2,
        actor: ['ARM', 'Armenia'],
        recipient: ['BLR', 'Belarus'],
        on: '2025-02-10',
      },
      {
        sentence: 'Armenia met Belarus in Minsk.',
        trigger: 'met',
        rule: 'meet',
        type: 'CONSULT',
        mode: 'visit',
        quad: 1,
        actor: ['ARM', 'Armenia'],
        recipient: ['BLR', 'Belarus'],
        on: '2025-02-10',
        place: ['Minsk', 53.9, 27.56],
      },
    ],
  }),
]

/** A ledger of the made articles and one refused document, in a new file at `path`. */
export async function madeStore(path: string, rows: readonly DocumentRow[] = ARTICLES): Promise<Store> {
  const store = openSqlite({ path, access: 'write', effects: EFFECTS })
  const broken = { id: 'broken', input: { path: 'broken.html' }, article: { text: '', removed: [], related: [] } }
  await store.put([...rows.map(({ id, input, article }) => ({ id, input, article })), broken])
  const failure = { reason: 'no-article', place: 'broken.html', fault: 'the page holds no article', cure: 'give the text' }
  await store.commit([...rows.map((row) => ({ id: row.id, row })), { id: 'broken', failure }], 'made 1')
  await store.settle()
  return namedStore(store, NAMES)
}

/** A rule book as far as the server reads it. */
export const BOOK = {
  rules: [
    {
      rule: 'recall-ambassador',
      gloss: 'a state calls its ambassador home',
      codes: { type: 'SANCTION', mode: 'withdraw', cameo: '161' },
      variants: [],
      verbs: ['recall {envoy}'],
      nouns: [],
      adjectives: [],
      roles: {},
      words: {},
      actor: [],
      recipient: [],
      others: {},
      reciprocal: false,
      requires: [],
      figures: {},
      inside: 'drop',
      over: [],
      finds: [{ text: 'Kenya recalled its envoy from Somalia.', marks: [{ role: 'actor', from: 0, to: 5 }], line: 9, also: [] }],
      ignores: [{ text: 'Kenya recalled the product.', why: 'no envoy', line: 12 }],
      off: false,
      file: 'sanction/recall-ambassador.yml',
      line: 1,
      ledger: { of: 'post ambassador', becomes: 'recalled', from: 'actor', at: 'recipient' },
    },
  ],
  classes: {},
  nominals: [],
  lightVerbs: [],
  contents: {},
  contexts: {},
  schemes: {
    plover: {
      types: {
        SANCTION: {
          gloss: 'reduces material cooperation',
          quad: 4,
          score: -5,
          recipient: true,
          modes: { withdraw: { score: -4, gloss: 'recalls or withdraws' } },
        },
      },
      contexts: [],
    },
    cameo: {},
  },
} as unknown as RuleBook
