import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isProblem } from '../../text/index.js'
import { isFailure, readInputs, type Item } from '../index.js'
import { createClient, type ClientOptions } from './client.js'
import { followFeeds } from './follow.js'
import { checkedAddress, isOpen, openLookup } from './guard.js'
import { isAllowed, readRobots } from './robots.js'

type Handler = (request: IncomingMessage, response: ServerResponse) => void
let server: Server
let base = ''
let asked: string[] = []
let pages: Record<string, Handler> = {}
let slept: number[] = []
let folder = ''
const FAST: ClientOptions = { allowPrivate: true, interval: 0, sleep: async (ms) => void slept.push(ms) }

beforeEach(async () => {
  ;[asked, pages, slept] = [[], {}, []]
  folder = mkdtempSync(join(tmpdir(), 'client-'))
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const handler = pages[request.url ?? '']
    if (handler) handler(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.close()
  server.closeAllConnections()
  rmSync(folder, { recursive: true })
})
const say =
  (text: string, type = 'text/html', headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': type, ...headers }).end(text)
const reasonOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'fine'
  } catch (error) {
    return isProblem(error) ? error.fault.reason : `not a problem: ${String(error)}`
  }
}
const get = async (path: string, options: ClientOptions = FAST): Promise<string> => {
  const client = createClient(options)
  try {
    return Buffer.from((await client.get(path.startsWith('http') ? path : base + path)).body).toString()
  } finally {
    await client.close()
  }
}

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.9.9',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  'fe80::1',
  'fc00::1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
])('%s is closed', (address) => expect(isOpen(address)).toBe(false))
test.each(['1.1.1.1', '93.184.216.34', '172.32.0.1', '2606:4700::1111'])('%s is open', (address) => expect(isOpen(address)).toBe(true))
test.each([
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://[::ffff:127.0.0.1]/',
  'http://localhost/',
  'http://LOCALHOST./',
  'http://a:b@example.org/',
  'http://①②⑦.0.0.1/',
])('%s is refused', (address) => expect(() => checkedAddress(address, undefined, false)).toThrow(/private|user/))
test.each(['file:///etc/passwd', 'ftp://example.org/', 'javascript:1', 'nonsense'])('%s is no address', (address) =>
  expect(() => checkedAddress(address, undefined, false)).toThrow(/no http/),
)

test('the own machine is refused unless allowed, and no socket is opened', async () => {
  expect(await reasonOf(get('/', { ...FAST, allowPrivate: false }))).toBe('blocked-address')
  expect(asked).toEqual([])
})

test('a name that leads to the own machine is refused when it is connected to', async () => {
  const error = await new Promise((resolve) => openLookup('localhost', { all: true }, resolve))
  expect(isProblem(error) && error.fault.reason).toBe('blocked-address')
})

test('redirects are followed, but not from here to there without end', async () => {
  pages = {
    '/a': (_, response) => void response.writeHead(302, { location: '/b' }).end(),
    '/b': say('here'),
    '/loop': (_, response) => void response.writeHead(301, { location: '/loop' }).end(),
    '/file': (_, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  }
  expect(await get('/a')).toBe('here')
  expect(await reasonOf(get('/loop'))).toBe('too-many-redirects')
  expect(await reasonOf(get('/file'))).toBe('bad-address')
})

test('robots.txt is kept', async () => {
  pages = {
    '/robots.txt': say('User-agent: *\nDisallow: /private\nAllow: /private/open', 'text/plain'),
    '/private/x': say('no'),
    '/private/open': say('yes'),
  }
  expect(await reasonOf(get('/private/x'))).toBe('robots')
  expect(await get('/private/open')).toBe('yes')
})

test('a busy server is asked again after the time that it names', async () => {
  let times = 0
  pages = { '/busy': (_, response) => void (++times < 3 ? response.writeHead(503, { 'retry-after': '7' }).end() : response.end('now')) }
  expect(await get('/busy')).toBe('now')
  expect(slept.filter((ms) => ms === 7000)).toHaveLength(2)
  expect(await reasonOf(get('/absent'))).toBe('http-status')
})

test('a server that names no time is asked again after longer and longer ones, and not for ever', async () => {
  pages = { '/broken': (_, response) => void response.writeHead(503).end() }
  expect(await reasonOf(get('/broken'))).toBe('http-status')
  const waits = slept.filter((ms) => ms > 0)
  expect(asked.filter((path) => path === '/broken')).toHaveLength(waits.length + 1)
  expect(waits.length).toBeGreaterThanOrEqual(2)
  expect(waits.every((ms, i) => i === 0 || ms > waits[i - 1]!)).toBe(true)
})

test('one request a second and host', async () => {
  pages = { '/a': say('a'), '/b': say('b') }
  let now = 0
  const client = createClient({ allowPrivate: true, now: () => now, sleep: async (ms) => void (now += ms) })
  await client.get(`${base}/a`)
  await client.get(`${base}/b`)
  await client.close()
  expect(now).toBe(2000)
})

test('what has not changed comes from the disk', async () => {
  pages = {
    '/a': (request, response) =>
      void (request.headers['if-none-match'] === '"v1"'
        ? response.writeHead(304).end()
        : response.writeHead(200, { etag: '"v1"' }).end('kept')),
  }
  const client = createClient({ ...FAST, cache: folder })
  expect((await client.get(`${base}/a`)).unchanged).toBe(false)
  const again = await client.get(`${base}/a`)
  await client.close()
  expect([again.unchanged, Buffer.from(again.body).toString()]).toEqual([true, 'kept'])
})

test('a sitemap leads to its pages, and one that is missing is named', async () => {
  pages = {
    '/map.xml': say(`<urlset><url><loc>${base}/p</loc></url><url><loc>${base}/gone</loc></url></urlset>`, 'application/xml'),
    '/p': say('<html><body><p>The ministers met in the capital on Monday and agreed to open the border.</p></body></html>'),
  }
  const items: Item[] = []
  for await (const item of readInputs([`${base}/map.xml`], { web: FAST })) items.push(item)
  expect(items.map((item) => (isFailure(item) ? item.failure.reason : item.article.uri))).toEqual([`${base}/p`, 'http-status'])
})

test('maps of maps lead on to a depth that has an end', async () => {
  for (let i = 0; i < 6; i++)
    pages[`/m${i}.xml`] = say(`<sitemapindex><sitemap><loc>${base}/m${i + 1}.xml</loc></sitemap></sitemapindex>`, 'text/xml')
  const items: Item[] = []
  for await (const item of readInputs([`${base}/m0.xml`], { web: FAST })) items.push(item)
  expect(items.map((item) => isFailure(item) && item.failure.reason)).toEqual(['unsupported'])
})

test('tables of GDELT and lists of addresses are a source of work: each address is fetched once', async () => {
  for (const page of ['a', 'b', 'c'])
    pages[`/${page}`] = say(`<html><body><p>The ministers of ${page} met in the capital on Monday and signed.</p></body></html>`)
  const row = (...cells: string[]): string => cells.join('\t')
  const events = [
    row('1', '20240305', 'NORLAND', `${base}/a`),
    row('2', '20240305', 'WESTMARK', `${base}/a`),
    row('3', '20240305', '', `${base}/b`),
    row('4', 'no address'),
  ]
  const files: Record<string, string> = {
    '20240305.export.CSV': events.join('\n'),
    '20240305.mentions.CSV': row('1', '20240305', '1', 'post.example', `${base}/c`),
    '20240305.gkg.csv': row('20240305-1', '20240305', '1', 'post.example', `${base}/b`),
    'mine.urls': `# my list\n${base}/a\n${base}/absent\n`,
  }
  const found: string[] = []
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text)
    for await (const item of readInputs([join(folder, name)], { web: FAST }))
      found.push(isFailure(item) ? item.failure.reason : item.article.uri!.slice(base.length))
  }
  expect(found).toEqual(['/a', '/b', '/c', '/b', '/a', 'http-status'])
})

test('following a feed gives each item once, and again what could not be kept', async () => {
  const feed = (...ids: string[]): string =>
    `<rss><channel>${ids.map((id) => `<item><guid>${id}</guid><title>Item ${id}</title></item>`).join('')}</channel></rss>`
  const round = async (keep = true): Promise<string[]> => {
    const ids: string[] = []
    await followFeeds([`${base}/f`], join(folder, 'state/followed.json'), async (feed, isNew) => {
      for await (const item of readInputs([feed], { web: FAST })) if (isNew(item.id)) ids.push(item.id)
      if (!keep) throw new Error('the disk is full')
    }).catch(() => undefined)
    return ids
  }
  pages = { '/f': say(feed('1', '2'), 'application/rss+xml') }
  expect(await round(false)).toEqual(['1', '2'])
  expect(await round()).toEqual(['1', '2'])
  pages = { '/f': say(feed('3', '2', '1'), 'application/rss+xml') }
  expect(await round()).toEqual(['3'])
  expect(await round()).toEqual([])
})

test('rules of robots.txt: the longest wins, stars and ends, our own group before that for all', () => {
  const rules = readRobots('User-agent: demarche\nDisallow: /*.pdf$\nCrawl-delay: 5\n\nUser-agent: *\nDisallow: /', 'demarche')
  expect([rules.delay, isAllowed(rules, '/a.pdf'), isAllowed(rules, '/a.pdf?x'), isAllowed(rules, '/b')]).toEqual([5, false, true, true])
  expect(isAllowed(readRobots('User-agent: *\nDisallow:', 'demarche'), '/a')).toBe(true)
})
