// Made data: coded documents of three claims each, by a fixed sequence; actors, pairs and words are as uneven as in news.
const TYPES = ['CONSULT', 'SANCTION', 'ASSAULT', 'ACCUSE', 'AGREE', 'SUPPORT', 'AID', 'COERCE', 'PROTEST', 'THREATEN', 'REJECT', 'CONCEDE']
const RULES = [
  'meet',
  'impose-sanctions',
  'attack',
  'accuse',
  'agree',
  'endorse',
  'send-aid',
  'arrest',
  'protest',
  'threaten',
  'refuse',
  'release',
]
/** What some of the rules do to the ledger. */
export const EFFECTS = new Map([
  ['impose-sanctions', { of: 'sanctions', becomes: 'in force', sides: { by: 'actor', on: 'recipient' } }],
  ['release', { of: 'sanctions', becomes: 'lifted', sides: { by: 'actor', on: 'recipient' } }],
])
const FIRST = Date.UTC(2018, 0, 1)
const DAYS = 2500

export function sequence(seed) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    let it = state
    it = Math.imul(it ^ (it >>> 16), 0x21f0aaad)
    it = Math.imul(it ^ (it >>> 15), 0x735a2d97)
    return ((it ^ (it >>> 15)) >>> 0) / 2 ** 32
  }
}

const spell = (n) => {
  let text = ''
  for (let it = n + 1; it > 0; it = Math.floor(it / 20)) text += 'bcdfghjklmnpqrstvwxz'[it % 20] + 'aeiou'[it % 5]
  return text
}
const VOCABULARY = Array.from({ length: 60_000 }, (_, n) => spell(n))
const letters = (n) => VOCABULARY[n]
const uneven = (next, size) => Math.floor(next() ** 3 * size)
const STATES = 190
const madeActor = (i) =>
  i < STATES
    ? {
        id: `state:${letters(i).slice(0, 3).toUpperCase()}${i}`,
        name: `State of ${letters(i)}`,
        kind: 'state',
        country: `S${i}`,
        sector: 'GOV',
      }
    : { id: `org:${letters(i)}-${i}`, name: `The ${letters(i)} movement`, kind: 'organisation', country: `S${i % STATES}`, sector: 'REB' }
const BEFORE = 30
const CALENDAR = Array.from({ length: DAYS + BEFORE }, (_, n) => new Date(FIRST + (n - BEFORE) * 86_400_000).toISOString().slice(0, 10))
const ACTORS = Array.from({ length: 4000 }, (_, i) => madeActor(i))
const actorAt = (i) => ({ ...ACTORS[i] })
const day = (n) => CALENDAR[n + BEFORE]
const hex = (next) =>
  Array.from({ length: 4 }, () =>
    Math.floor(next() * 65536)
      .toString(16)
      .padStart(4, '0'),
  ).join('')

/** The document of a number. */
export function madeDocument(n) {
  const next = sequence(n * 7919 + 1)
  const published = Math.floor(next() * DAYS)
  const actors = Array.from({ length: 4 }, () => actorAt(uneven(next, 4000))).filter(
    (it, i, all) => all.findIndex(({ id }) => id === it.id) === i,
  )
  let text = ''
  const sentences = []
  for (let s = 0; s < 5; s++) {
    const from = text.length
    for (let w = 0; w < 18; w++) text += `${w > 0 ? ' ' : ''}${letters(uneven(next, 60_000))}`
    text += '.'
    sentences.push({ span: { from, to: text.length } })
    text += ' '
  }
  const party = (it, at) => ({ span: { from: at, to: at + 9 }, actor: it.id, country: it.country, sector: it.sector })
  const mentions = Array.from({ length: 8 }, (_, i) => ({
    span: { from: i * 60, to: i * 60 + 9 },
    kind: 'name',
    actor: actors[i % actors.length].id,
  }))
  const claims = [0, 1, 2].map((c) => {
    const kind = Math.floor(next() ** 2 * TYPES.length)
    const { from } = sentences[c + 1].span
    const told = published - Math.floor(next() ** 4 * BEFORE)
    const [a, b] = [actors[c % actors.length], actors[(c + 1) % actors.length]]
    return {
      id: `claim-${hex(next)}`,
      rule: RULES[kind],
      type: TYPES[kind],
      ...(kind % 3 === 0 ? { mode: 'visit' } : {}),
      cameo: `0${40 + kind}`,
      quad: 1 + (kind % 4),
      goldstein: kind - 6,
      status: next() < 0.85 ? 'actual' : 'future',
      historical: next() < 0.15,
      actors: [party(a, from)],
      recipients: [party(b, from + 30)],
      when: { from: day(told), to: day(told), basis: next() < 0.5 ? 'stated' : 'publication' },
      ...(c === 0 ? { where: { place: 0, role: 'site' } } : {}),
      attribution: [],
      trigger: { from: from + 12, to: from + 20 },
      sentence: sentences[c + 1].span,
      confidence: Math.round(next() * 1000) / 1000,
    }
  })
  const article = {
    text,
    language: 'en',
    removed: [],
    related: [],
    uri: `https://example.org/${n}`,
    title: text.slice(0, 60),
    publisher: `Outlet ${uneven(next, 400)}`,
    published: { day: day(published), basis: 'given' },
  }
  const city = uneven(next, 3000)
  return {
    schema: 1,
    id: `doc-${hex(next)}`,
    input: { path: 'made.jsonl', item: n },
    article,
    sentences,
    mentions,
    actors,
    times: [
      {
        span: { from: 70, to: 79 },
        type: 'DATE',
        value: day(published),
        from: day(published),
        to: day(published),
        certain: ['month', 'day'],
      },
    ],
    places: [
      {
        span: { from: 100, to: 108 },
        name: letters(city),
        kind: 'city',
        country: `S${city % STATES}`,
        lat: city / 100,
        lon: -city / 50,
        geonames: 100_000 + city,
      },
    ],
    quotations: [
      {
        content: [{ from: 190, to: 260 }],
        cue: { from: 262, to: 266 },
        source: { from: 267, to: 276 },
        speaker: actors[0].id,
        kind: 'indirect',
      },
    ],
    claims,
  }
}
