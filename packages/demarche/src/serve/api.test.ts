import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { EventRow } from '../spec/index.js'
import { createApp } from './app.js'
import { BOOK, HOSTILE, madeStore } from './made.test.suite.js'
import * as S from './schemas.js'
import { ROUTES } from './routes.js'

const folder = mkdtempSync(join(tmpdir(), 'demarche-serve-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const store = await madeStore(join(folder, 'made.db'))
afterAll(() => store.close())
const TOKEN = 'a token for tests'
const app = createApp({
  store,
  book: BOOK,
  version: '0.0.0+test',
  saved: () => [{ name: 'attacks', filters: { type: 'ASSAULT', actor: 'Belarus' }, posted: true }],
  correcting: { token: TOKEN, now: () => '2026-01-01T00:00:00Z', write: (work) => work(store) },
})
const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> => app.request(path, { headers })
// oxlint-disable-next-line typescript/no-explicit-any
const json = async (path: string): Promise<any> => (await get(path)).json()

test('events are paged with a cursor, newest first, each once', async () => {
  const all = S.EventsAnswer.parse(await json('/api/events')).events.map(({ id }) => id)
  const paged: string[] = []
  let next: string | undefined = ''
  while (next !== undefined) {
    const page: { events: EventRow[]; next?: string } = S.EventsAnswer.parse(
      await json(`/api/events?limit=2${next && `&after=${next}`}`),
    ) as never
    paged.push(...page.events.map(({ id }) => id))
    next = page.next
  }
  expect(all.length).toBe(8)
  expect(paged).toEqual(all)
})

test.each([
  ['actor=Belarus&type=ASSAULT', 2],
  ['actor=ARM&with=RUS', 1],
  ['actor=nobody', 0],
  ['status=negated', 1],
  ['historical=true', 1],
  ['from=2024-06-14&to=2024-09-02', 2],
  ['text=ambassador', 2],
  ['knownAt=2024-06-13', 3],
])('events?%s finds %i', async (query, count) => expect((await json(`/api/events?${query}`)).events.length).toBe(count))

test.each(['from=tomorrow', 'limit=0', 'limit=many', 'status=done', 'after=%F0%9F', 'after=e30'])(
  'events?%s is refused with a reason',
  async (query) => {
    const answer = await get(`/api/events?${query}`)
    expect(answer.status).toBe(400)
    expect(((await answer.json()) as { error: string }).error).toMatch(/\w+: /)
  },
)

test('every list comes as CSV to whoever accepts it rather, and its pages hold each row once', async () => {
  const lists: [path: string, list: string, head: RegExp][] = [
    ['/api/events', 'events', /^event,from,/],
    ['/api/search?actor=ARM', 'events', /^event,from,/],
    ['/api/saved/attacks/events', 'events', /^event,from,/],
    ['/api/entries', 'entries', /^of,is,since,until,/],
    ['/api/pairs', 'pairs', /^a,a_name,b,b_name,events,/],
    ['/api/actors', 'actors', /^id,name,country,sector/],
  ]
  for (const [path, list, head] of lists) {
    const rows = (await json(path))[list]
    expect(rows.length, path).toBeGreaterThan(0)
    const csv = await (await get(path, { accept: 'text/html;q=0.1, text/csv' })).text()
    expect(csv).toMatch(head)
    expect(csv.trim().split('\r\n').length, path).toBe(rows.length + 1)
    const paged = []
    for (let next: string | undefined = ''; next !== undefined;) {
      const page = await get(`${path}${path.includes('?') ? '&' : '?'}limit=1${next && `&after=${next}`}`)
      const answer = (await page.json()) as Record<string, unknown[]> & { next?: string }
      expect(page.headers.get('link') !== null).toBe(answer.next !== undefined)
      paged.push(...answer[list]!)
      next = answer.next
    }
    expect(paged, path).toEqual(rows)
  }
  for (const path of ['/api/runs', '/api/saved'])
    expect((await get(path, { accept: 'text/csv' })).headers.get('content-type')).toBe('text/csv; charset=utf-8')
  for (const accept of ['*/*', 'application/json, text/csv;q=0.5', ''])
    expect((await get('/api/pairs', { accept })).headers.get('content-type')).toBe('application/json')
})

test('entries are those of all, of an actor, of a pair, of a day', async () => {
  const is = async (query: string): Promise<string[]> =>
    S.EntriesAnswer.parse(await json(`/api/entries?${query}`)).entries.map((it) => `${it.of}: ${it.is}`)
  expect(await is('a=ARM&b=BLR&asOf=2024-06-20')).toContain('post ambassador: recalled')
  expect(await is('a=ARM&b=BLR&asOf=2024-06-01')).toEqual([])
  expect(await is('a=ARM&asOf=2024-06-20&knownAt=2024-06-12')).toEqual([])
  expect((await is('')).length).toBeGreaterThanOrEqual((await is('a=ARM&b=BLR')).length)
  expect((await get('/api/entries?a=nobody')).status).toBe(404)
})

test('a search finds by words and by all filters, and shows a sentence of each event that holds the words', async () => {
  const search = async (query: string): Promise<S.SearchAnswer> => S.SearchAnswer.parse(await json(`/api/search?${query}`))
  const found = await search('q=ambassador')
  expect(found.told.map(({ event }) => event)).toEqual(found.events.map(({ id }) => id))
  for (const { sentence } of found.told) expect(sentence).toMatch(/ambassador/i)
  expect((await search('actor=Belarus&type=assault')).events.length).toBe(2)
  expect((await search('q=ambassador&actor=nobody')).events).toEqual([])
  expect((await search('historical=true')).events.map(({ historical }) => historical)).toEqual([true])
  expect((await search('')).events.length).toBe(8)
  expect((await get('/api/search?after=e30')).status).toBe(400)
})

test('events come as CSV, Atom and iCalendar', async () => {
  const csv = await (await get('/api/events?limit=3', { accept: 'text/csv' })).text()
  expect(csv.split('\r\n')[0]).toMatch(/^event,from,to,/)
  expect(csv.trim().split('\r\n').length).toBe(4)
  const atom = await (await get('/api/events.atom?actor=ARM')).text()
  expect(atom.match(/<entry>/g)?.length).toBe(8)
  expect(atom).toContain('SANCTION withdraw: Armenia → Belarus')
  const table = await get('/api/events.csv?type=ASSAULT')
  expect(table.headers.get('content-disposition')).toBe('attachment; filename="events.csv"')
  expect((await table.text()).trim().split('\r\n').length).toBe(3)
  expect((await (await get('/api/events.atom?historical=true')).text()).match(/<entry>/g)?.length).toBe(1)
  const ics = await (await get('/api/events.ics?type=ASSAULT')).text()
  expect(ics.match(/BEGIN:VEVENT/g)?.length).toBe(2)
})

test('a pair has its state on a day, as known on a day', async () => {
  const state = async (query: string): Promise<string[]> =>
    S.PairAnswer.parse(await json(`/api/pair?a=ARM&b=Belarus${query}`)).state.map((it) => `${it.of}: ${it.is}`)
  expect(await state('&asOf=2024-06-20')).toContain('post ambassador: recalled')
  expect(await state('&asOf=2024-06-01')).toEqual([])
  expect(await state('&asOf=2024-06-20&knownAt=2024-06-12')).toEqual([])
  expect(await state('')).toContain('sanctions: in force')
  expect(await state('')).toContain('post ambassador: present')
  expect((await get('/api/pair?a=ARM&b=nobody')).status).toBe(404)
  // Of the seven that are told of the two, one is denied.
  expect((await json('/api/pairs')).pairs[0]).toMatchObject({ a: { id: 'state:ARM' }, b: { id: 'state:BLR' }, events: 6 })
})

test('an event is explained by its rule and its sentences', async () => {
  const [recall] = (await json('/api/events?type=SANCTION&to=2024-06-13&status=actual')).events as EventRow[]
  const why = S.ExplanationAnswer.parse(await json(`/api/events/${recall!.id}/explanation`))
  expect(why.rule?.gloss).toBe('a state calls its ambassador home')
  expect(why.told.map(({ sentence }) => sentence)).toEqual([
    'Armenia recalled its ambassador from Belarus on Thursday, the Foreign Ministry said.',
    'On June 13, Armenia recalled its ambassador from Belarus.',
  ])
  expect(why.entries.map(({ is }) => is)).toContain('recalled')
  expect(await json(`/api/events/${why.told[0]!.claim.id}`)).toEqual(recall)
})

test('whoever watches the server needs no token', async () => {
  const open = createApp({ store, book: BOOK, version: '0.0.0+test' }, { guarded: TOKEN })
  expect([
    (await open.request('/healthz')).status,
    (await open.request('/readyz')).status,
    (await open.request('/api/runs')).status,
  ]).toEqual([200, 200, 401])
  const away = { ...store, events: () => Promise.reject(new Error('away')) }
  expect((await createApp({ store: away, book: BOOK, version: '0.0.0+test' }).request('/readyz')).status).toBe(500)
})

test('documents, actors, search, codebook and runs keep their schemas', async () => {
  expect(S.DocumentAnswer.parse(await json('/api/documents/return')).row?.article.title).toContain(HOSTILE)
  expect(S.DocumentAnswer.parse(await json('/api/documents/broken')).failure?.reason).toBe('no-article')
  expect(S.ActorsAnswer.parse(await json('/api/actors?q=bela')).actors.map(({ id }) => id)).toEqual(['state:BLR'])
  expect(S.SearchAnswer.parse(await json('/api/search?q=sanctions')).events.length).toBe(2)
  expect(S.CodebookAnswer.parse(await json('/api/codebook')).types[0]?.type).toBe('SANCTION')
  expect(S.RunsAnswer.parse(await json('/api/runs'))).toMatchObject({
    counts: { documents: 5, refused: 1 },
    coders: [{ coder: 'made 1', documents: 4 }],
    failures: [{ id: 'broken' }],
  })
})

test('an answer that did not change is not sent again', async () => {
  const tag = (await get('/api/events')).headers.get('etag')
  expect(tag).toBeTruthy()
  const again = await get('/api/events', { 'if-none-match': `"other", W/${tag}` })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
  expect(again.headers.get('etag')).toBe(tag)
  expect(again.headers.get('content-security-policy')).toBeTruthy()
  expect((await get('/api/events', { 'if-none-match': '"other"' })).status).toBe(200)
  expect((await get('/api/events?limit=1')).headers.get('etag')).not.toBe(tag)
  expect((await get('/api/events?limit=none')).headers.get('etag')).toBeNull()
})

test.each([
  ['json', 'application/json'],
  ['csv', 'text/csv'],
  ['atom', 'application/atom+xml'],
])('an answer as %s has its tag, its type and all its bytes', async (form, type) => {
  const answer = await get(form === 'atom' ? '/api/events.atom' : '/api/events', { accept: type })
  expect(answer.headers.get('content-type')).toContain(type)
  expect(answer.headers.get('etag')).toMatch(/^"[\da-f]{40}"$/)
  expect((await answer.text()).length).toBeGreaterThan(100)
})

test('the OpenAPI document has every route', async () => {
  const document = await json('/api/openapi.json')
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths).toSorted()).toEqual([...new Set(Object.values(ROUTES).map(({ path }) => path))].toSorted())
  expect(Object.keys(document.components.schemas)).toEqual(
    expect.arrayContaining(['Event', 'Entry', 'Party', 'Document', 'Pair', 'Correction']),
  )
})

test.each([
  ['a foreign host', '/api/events', { headers: { host: 'evil.example' } }, 421],
  ['a foreign host in the address', 'http://evil.example/api/events', {}, 421],
  ['our own host with a port', 'http://127.0.0.1:4477/api/events', { headers: { host: '127.0.0.1:4477' } }, 200],
  [
    'a post from another origin',
    '/api/corrections',
    { method: 'POST', headers: { origin: 'http://evil.example', 'content-type': 'application/json' }, body: '{}' },
    403,
  ],
  [
    'a post from another site',
    '/api/corrections',
    { method: 'POST', headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' }, body: '{}' },
    403,
  ],
  ['a form', '/api/corrections', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }, 415],
  [
    'a large body',
    '/api/corrections',
    { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': String(2 ** 21) }, body: 'x'.repeat(2 ** 21) },
    413,
  ],
  [
    'MCP from another origin',
    '/mcp',
    { method: 'POST', headers: { origin: 'http://evil.example', 'content-type': 'application/json' }, body: '{}' },
    403,
  ],
])('%s is answered with %s', async (_, path, init, status) => {
  const answer = await app.request(path, init as RequestInit)
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
})

test('a server that others can reach answers to any name, and to nobody without the token', async () => {
  const open = createApp({ store, book: BOOK, version: '0.0.0+test' }, { guarded: TOKEN })
  const ask = async (path: string, authorization?: string): Promise<number> =>
    (
      await open.request(`http://desk.example${path}`, {
        headers: { host: 'desk.example', ...(authorization === undefined ? {} : { authorization }) },
      })
    ).status
  expect(await ask('/api/events')).toBe(401)
  expect(await ask('/mcp')).toBe(401)
  expect(await ask('/api/events', `Bearer ${TOKEN}x`)).toBe(401)
  expect(await ask('/api/events', `Bearer ${TOKEN}`)).toBe(200)
})

test('a correction needs the token, is logged, and changes the ledger', async () => {
  const body = JSON.stringify({
    claim: 'sanctions-claim-0',
    document: 'sanctions',
    who: 'a reader',
    why: 'they were only announced',
    change: { status: 'future' },
  })
  const post = async (token: string): Promise<Response> =>
    app.request('/api/corrections', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    })
  expect((await post('wrong')).status).toBe(401)
  const answer = await post(TOKEN)
  expect(answer.status).toBe(201)
  expect(await answer.json()).toMatchObject({ who: 'a reader', change: { status: 'future' }, trigger: { from: 8, to: 15 } })
  expect((await json('/api/pair?a=ARM&b=BLR')).state.map((it: { of: string }) => it.of)).toEqual(['post ambassador'])
  expect((await json('/api/documents/sanctions')).corrections.length).toBe(1)
})

test('the graph joins who had to do with whom, month by month', async () => {
  const graph = S.GraphAnswer.parse(await json('/api/graph?a=ARM&b=BLR'))
  expect(graph.nodes.map(({ id }) => id).slice(0, 2)).toEqual(['state:ARM', 'state:BLR'])
  const months = graph.edges.find(({ a, b }) => a === 'state:ARM' && b === 'state:BLR')?.months
  // One recall told twice, one shelling; what was denied or only possible joins nobody.
  expect(months?.find(({ month }) => month === '2024-06')?.quads).toEqual([0, 0, 0, 2])
  expect(S.GraphAnswer.parse(await json('/api/graph')).edges.length).toBe(1)
  expect((await get('/api/graph?limit=501')).status).toBe(400)
  expect(S.GraphAnswer.parse(await json('/api/graph?a=ARM&knownAt=2024-06-12')).edges).toEqual([])
})

test('two days of knowledge differ by what was told between them', async () => {
  const diff = async (query: string): Promise<S.DiffAnswer> => S.DiffAnswer.parse(await json(`/api/diff?${query}`))
  const between = await diff('before=2024-06-13&after=2024-06-14&a=ARM&b=BLR')
  expect(between.added.map(({ type }) => type)).toEqual(['ASSAULT'])
  // The second report of the recall changes what is known of it, not that it is known.
  expect(between.changed.map(({ fields }) => fields)).toEqual([['claims']])
  expect(between.counts).toEqual({ added: 1, removed: 0, changed: 1 })
  expect((await diff('before=2024-06-12&after=2024-06-13')).entries.added.map(({ is }) => is)).toEqual(['recalled'])
  expect((await get('/api/diff?before=2024-06-13&after=2024-06-14&a=ARM')).status).toBe(400)
  expect((await get('/api/diff?before=2024-06-13&after=2024-06-14&a=ARM&b=nobody')).status).toBe(404)
})

test('a saved query is a feed and a calendar under its name, as its filters would be', async () => {
  const { saved } = S.SavedAnswer.parse(await json('/api/saved'))
  expect(saved).toEqual([{ name: 'attacks', filters: { type: 'ASSAULT', actor: 'Belarus' }, posted: true }])
  const entries = async (path: string): Promise<string[]> => (await (await get(path)).text()).match(/<entry>.*<\/entry>/g) ?? []
  expect(await entries('/api/saved/attacks/events.atom')).toHaveLength(2)
  expect(await entries('/api/saved/attacks/events.atom')).toEqual(await entries('/api/events.atom?type=ASSAULT&actor=Belarus'))
  const calendar = await (await get('/api/saved/attacks/events.ics')).text()
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  expect(calendar).toBe(await (await get('/api/events.ics?type=ASSAULT&actor=Belarus')).text())
  const page = S.EventsAnswer.parse(await json('/api/saved/attacks/events?limit=1'))
  expect([page.events.length, page.next === undefined]).toEqual([1, false])
  expect((await json(`/api/saved/attacks/events?after=${page.next}`)).events.length).toBe(1)
  expect((await get('/api/saved/attacks/events?after=none')).status).toBe(400)
  expect(await (await get('/api/saved/attacks/events', { accept: 'text/csv' })).text()).toMatch(/^event,from,to,/)
  expect(await (await get('/api/saved/attacks/events.csv')).text()).toMatch(/^event,from,to,/)
  for (const end of ['', '.csv', '.atom', '.ics']) expect((await get(`/api/saved/nobody/events${end}`)).status).toBe(404)
})
