import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ARTICLES, madeStore } from '../serve/made.test.suite.js'
import type { DocumentRow } from '../spec/index.js'
import type { Store } from '../store/index.js'
import { ATTEMPTS, deliver, isSecret, openWatches, secretOf, waitAfter, type Delivered, type Filters, type Watches } from './index.js'

// The name service of the tests: a name of the open net that leads to this machine, as a hostile one may.
vi.mock('node:dns', async (original) => ({
  ...(await original<typeof import('node:dns')>()),
  lookup: (_: string, __: unknown, done: (error: null, found: { address: string; family: number }[]) => void) =>
    done(null, [{ address: '127.0.0.1', family: 4 }]),
}))

const folder = mkdtempSync(join(tmpdir(), 'demarche-watch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Post {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}
let posts: Post[] = []
/** Answers in their order, then 204. */
let answers: { status: number; headers?: Record<string, string> }[] = []
const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (part: string) => (body += part))
  request.on('end', () => {
    posts.push({ headers: request.headers, body })
    const { status, headers = {} } = answers.shift() ?? { status: 204 }
    response.writeHead(status, headers).end()
  })
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
afterAll(() => void server.close())

const KEY = Buffer.alloc(32, 7)
const SECRET = secretOf(KEY)
let path = ''
let store: Store
let watches: Watches
let now = 0
let slept: number[] = []
let made = 0
beforeEach(async () => {
  path = join(folder, `${made++}.db`)
  ;[posts, answers, slept, now] = [[], [], [], Date.UTC(2026, 0, 1)]
  store = await madeStore(path, ARTICLES.slice(0, 2))
  watches = openWatches(`${path}.watches`, 'write')
})
afterEach(async () => {
  watches.close()
  await store.close()
})

const add = (filters: Filters = {}, more: { all?: boolean; allowPrivate?: boolean; address?: string } = {}): void =>
  watches.add({ name: 'own', filters, address, secret: SECRET, allowPrivate: true, all: true, ...more })
const run = (more: { patience?: number; holder?: string } = {}): Promise<Delivered> =>
  deliver(watches.get('own')!, {
    watches,
    find: ({ type, status }, after) =>
      store.events({ ...(type ? { type } : {}), ...(status ? { status } : {}), limit: 2, ...(after ? { after } : {}) }),
    now: () => now,
    sleep: async (milliseconds) => {
      slept.push(milliseconds)
      now += milliseconds
    },
    id: () => `msg_${made++}`,
    holder: 'one',
    patience: 1e9,
    ...more,
  })
const take = async (rows: readonly DocumentRow[], coder = 'made 1'): Promise<void> => {
  await store.put(rows.map(({ id, input, article }) => ({ id, input, article })))
  await store.commit(
    rows.map((row) => ({ id: row.id, row })),
    coder,
  )
  await store.settle()
}
const told = (): { change: string; event: { id: string; type?: string } }[] =>
  posts.flatMap(({ body }) => (JSON.parse(body) as { data: { changes: { change: string; event: { id: string } }[] } }).data.changes)

test('what a query finds is posted once, then what is new alone, also after a restart', async () => {
  add()
  const before = (await store.events({})).events.map(({ id }) => id)
  expect(await run()).toEqual({ delivered: 2, failed: 0, waiting: 0, held: false })
  expect(told().map(({ change, event }) => [change, event.id])).toEqual(before.map((id) => ['new', id]))
  watches.close()
  watches = openWatches(`${path}.watches`, 'write')
  posts = []
  await run({ holder: 'after a restart' })
  expect(posts).toEqual([])
  await take(ARTICLES.slice(2, 3))
  await run({ holder: 'after a restart' })
  const after = (await store.events({})).events.map(({ id }) => id).filter((id) => !before.includes(id))
  expect(after).toHaveLength(2)
  expect(told().map(({ change, event }) => [change, event.id])).toEqual(after.map((id) => ['new', id]))
})

test('a message is signed as Standard Webhooks has it, over its id, time and bytes', async () => {
  add({ type: 'ASSAULT' })
  await run()
  const { headers, body } = posts[0]!
  expect(headers['webhook-timestamp']).toBe(String(now / 1000))
  const of = `${String(headers['webhook-id'])}.${now / 1000}.${body}`
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', KEY).update(of).digest('base64')}`)
  expect(headers['content-type']).toBe('application/json')
  expect(JSON.parse(body)).toMatchObject({
    type: 'demarche.events',
    timestamp: '2026-01-01T00:00:00.000Z',
    data: { schema: 1, watch: 'own' },
  })
  expect(told().map(({ event }) => event.type)).toEqual(['ASSAULT', 'ASSAULT'])
})

test('after an error of the server the same message is sent again, later each time, and those behind it wait', async () => {
  add()
  answers = [{ status: 500 }, { status: 503, headers: { 'retry-after': '100' } }]
  await run()
  const [first, second, third, fourth] = posts
  expect(posts).toHaveLength(4)
  expect(second!.body).toBe(first!.body)
  expect(third!.body).toBe(first!.body)
  expect(fourth!.body).not.toBe(first!.body)
  expect(new Set(posts.slice(0, 3).map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(second!.headers['webhook-timestamp']).not.toBe(first!.headers['webhook-timestamp'])
  expect(slept).toEqual([2000, 60_000, 40_000])
  expect(watches.log(1, 10).at(-1)).toMatchObject({
    state: 'delivered',
    changes: 2,
    attempts: [{ at: '2026-01-01T00:00:00.000Z', answer: '500' }, { at: '2026-01-01T00:00:02.000Z', answer: '503' }, { answer: '204' }],
  })
})

test('without patience it stops, and the next run goes on when the message is due', async () => {
  add({ type: 'ASSAULT' })
  answers = [{ status: 500 }]
  expect(await run({ patience: 0 })).toMatchObject({ delivered: 0, waiting: 1 })
  expect(await run({ patience: 0 })).toMatchObject({ delivered: 0, waiting: 1 })
  expect(posts).toHaveLength(1)
  now += waitAfter(1)
  expect(await run({ patience: 0 })).toMatchObject({ delivered: 1, waiting: 0 })
  expect(told()).toHaveLength(4)
})

test.each([400, 404, 410])('%i is no reason to send again; the messages behind go on; a retry sends it', async (status) => {
  add()
  answers = [{ status }]
  expect(await run()).toMatchObject({ delivered: 1, failed: 1 })
  expect(slept).toEqual([])
  expect(watches.retry(1)).toBe(1)
  expect(await run()).toMatchObject({ delivered: 1, failed: 0 })
  expect(posts[2]!.body).toBe(posts[0]!.body)
})

test('redirects are not followed', async () => {
  add({ type: 'ASSAULT' })
  answers = [{ status: 307, headers: { location: `${address}/elsewhere` } }]
  expect(await run()).toMatchObject({ failed: 1 })
  expect(posts).toHaveLength(1)
  expect(watches.log(1, 1)[0]!.attempts[0]!.answer).toContain('redirects are not followed')
})

test(`a server that never answers well is given up after ${ATTEMPTS} attempts`, async () => {
  add({ type: 'ASSAULT' })
  answers = Array.from({ length: 50 }, () => ({ status: 500 }))
  expect(await run()).toEqual({ delivered: 0, failed: 1, waiting: 0, held: false })
  expect(posts).toHaveLength(ATTEMPTS)
  expect((now - Date.UTC(2026, 0, 1)) / 3_600_000).toBeCloseTo(27, 0)
})

test.each([
  '',
  'http://127.0.0.1/',
  'http://localhost/',
  'http://[::1]/',
  'http://169.254.169.254/latest',
  'http://10.0.0.1/',
  'http://2130706433/',
])('addresses of the own machine and network get nothing unless allowed: %s', async (to) => {
  add({}, { allowPrivate: false, address: to === '' ? address : to })
  expect(await run()).toMatchObject({ delivered: 0, failed: 2 })
  expect(posts).toEqual([])
  expect(watches.log(1, 1)[0]!.attempts[0]!.answer).toMatch(/private or loopback|serves no pages/)
})

test('a name of the open net that leads to the own machine gets nothing either', async () => {
  add({ type: 'ASSAULT' }, { allowPrivate: false, address: 'http://hook.example.org/' })
  expect(await run()).toMatchObject({ delivered: 0, failed: 1 })
  expect(watches.log(1, 1)[0]!.attempts[0]!.answer).toContain('leads to a private or loopback address')
})

test('a server that cannot be reached is tried again', async () => {
  add({ type: 'ASSAULT' }, { address: 'http://127.0.0.1:1/' })
  expect(await run({ patience: 0 })).toMatchObject({ waiting: 1 })
  expect(watches.log(1, 1)[0]!.attempts[0]!.answer).toContain('ECONNREFUSED')
})

test('what is there when a watch is made is known, unless all is asked for', async () => {
  add({}, { all: false })
  await run()
  expect(posts).toEqual([])
  await take(ARTICLES.slice(2, 3))
  await run()
  expect(told().map(({ change }) => change)).toEqual(['new', 'new'])
})

test('an event that another document tells too is changed; one that is no more is gone', async () => {
  add({ type: 'SANCTION', status: 'actual' })
  await run()
  const [event] = told().map((it) => it.event.id)
  const again = { ...ARTICLES[1]!, id: 'recall-3', claims: ARTICLES[1]!.claims.map((it) => ({ ...it, id: `again-${it.id}` })) }
  await take([again])
  await run()
  expect(told().map((it) => it.change)).toEqual(['new', 'changed'])
  await take(
    [...ARTICLES.slice(0, 2), again].map((it) => ({ ...it, claims: [] })),
    'made 2',
  )
  await run()
  expect(told().at(-1)).toEqual({ change: 'gone', event: { id: event } })
  posts = []
  await run()
  expect(posts).toEqual([])
})

test('a process that ends between sending and noting sends the same message once more, and no other twice', async () => {
  add()
  const broken: Watches = {
    ...watches,
    end: () => {
      throw new Error('killed')
    },
    // The dead release nothing.
    release: () => undefined,
  }
  const watch = watches.get('own')!
  const find = (_: Filters, after: string | undefined) => store.events({ limit: 2, ...(after ? { after } : {}) })
  const sleep = async (milliseconds: number): Promise<void> => void (now += milliseconds)
  const dead = { watches: broken, find, now: () => now, sleep, id: () => `msg_${made++}`, holder: 'dead', patience: 0 }
  await expect(deliver(watch, dead)).rejects.toThrow('killed')
  expect(await run()).toMatchObject({ held: true, delivered: 0, waiting: 2 })
  now += 200_000
  expect(await run()).toMatchObject({ held: false, delivered: 2 })
  expect(posts.map(({ headers }) => headers['webhook-id'])).toEqual([0, 0, 1].map((i) => watches.log(1, 9).toReversed()[i]!.id))
  expect(
    watches
      .log(1, 9)
      .at(-1)!
      .attempts.map(({ answer }) => answer),
  ).toEqual([null, '204'])
})

test('two processes at once deliver each message once', async () => {
  add()
  const both = await Promise.all([run({ holder: 'one' }), run({ holder: 'two' })])
  expect(both.map(({ held }) => held)).toEqual([false, true])
  expect(new Set(told().map(({ event }) => event.id)).size).toBe(told().length)
})

test('a removed watch forgets all; a name is taken once', async () => {
  add()
  await run({ patience: 0 })
  expect(() => add()).toThrow('there is one of that name')
  expect(watches.remove('own')).toBe(true)
  expect(watches.remove('own')).toBe(false)
  const db = new DatabaseSync(`${path}.watches`)
  for (const table of ['watch', 'told', 'message', 'attempt'])
    expect(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 })
  db.close()
})

test('the file is its owner’s alone, and one of another program is refused', () => {
  expect(statSync(`${path}.watches`).mode & 0o077).toBe(0)
  expect(readFileSync(path).includes(SECRET)).toBe(false)
  watches.close()
  const db = new DatabaseSync(`${path}.watches`)
  db.exec("UPDATE schema_migration SET checksum = 'other'")
  db.close()
  expect(() => openWatches(`${path}.watches`, 'write')).toThrow('0001-watches.sql is not the one of this program')
  watches = openWatches(`${path}.other`, 'write')
})

test.each([
  [SECRET, true],
  ['whsec_', false],
  [`whsec_${Buffer.alloc(8).toString('base64')}`, false],
  ['whsec_not base64 at all, by far', false],
  [KEY.toString('base64'), false],
])('%s is a secret: %s', (secret, is) => expect(isSecret(secret)).toBe(is))
