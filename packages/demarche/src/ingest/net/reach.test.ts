import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo, NetConnectOpts, Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { isProblem } from '../../text/index.js'
import { isFailure, readInputs } from '../index.js'
import { createClient, type ClientOptions } from './client.js'
import { isOpen } from './guard.js'

// Which addresses sockets are really opened to. Every connection of the client passes a hook that writes down where it would go and leads it to one server on this
// machine instead, which plays the open net; names are answered from a table, so that they can change their minds.
type Answer = readonly string[]
const names = vi.hoisted(() => new Map<string, { answers: Answer[]; asked: number }>())
vi.mock('node:dns', async (real) => ({
  ...(await real<typeof import('node:dns')>()),
  lookup: (host: string, _: unknown, done: (error: Error | null, addresses: { address: string; family: number }[]) => void) => {
    const name = names.get(host)
    // A name that the table does not hold leads to this machine: the worst that can be.
    const addresses = name ? name.answers[Math.min(name.asked++, name.answers.length - 1)]! : ['127.0.0.1']
    queueMicrotask(() =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      ),
    )
  },
}))

const PUBLIC = '93.184.216.34'
const net = createRequire(import.meta.url)('node:net') as { connect: (options: NetConnectOpts) => Socket; isIP: (text: string) => number }
const connect = net.connect
let server: Server
let reached: string[] = []
let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {}

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('connection', 'close')
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  net.connect = (options: NetConnectOpts) => {
    const { host = 'localhost', lookup } = options as { host?: string; lookup?: (...given: unknown[]) => void }
    if (net.isIP(host)) {
      reached.push(host)
      return connect({ host: '127.0.0.1', port })
    }
    const hooked = (name: string, how: object, done: (...given: unknown[]) => void): void =>
      lookup!(name, { ...how, all: true }, (error: Error | null, addresses: { address: string }[]) => {
        if (error) return done(error, '', 4)
        reached.push(...addresses.map(({ address }) => address))
        done(null, [{ address: '127.0.0.1', family: 4 }])
      })
    return connect({ ...options, port, lookup: hooked } as never)
  }
})
afterAll(() => {
  net.connect = connect
  server.close()
})
beforeEach(() => {
  reached = []
  names.clear()
  names.set('open.example', { answers: [[PUBLIC]], asked: 0 })
  answer = (_, response) => void response.end('open')
})
afterEach(() => server.closeAllConnections())

const FAST: ClientOptions = { interval: 0, retries: 0, sleep: async () => {} }
async function reasonOf(address: string): Promise<string> {
  const client = createClient(FAST)
  try {
    await client.get(address)
    return 'fine'
  } catch (error) {
    return isProblem(error) ? error.fault.reason : `not a problem: ${String(error)}`
  } finally {
    await client.close()
  }
}
const closed = (): string[] => reached.filter((address) => !isOpen(address))
/** A redirect of the open server's page; its robots.txt is missing. */
const leadsTo = (location: string): void => {
  answer = ({ url }, response) =>
    url === '/start' ? void response.writeHead(302, { location: encodeURI(location) }).end() : void response.writeHead(404).end()
}

/** Ways to write addresses that nobody outside may make us ask. */
const CLOSED = [
  '127.0.0.1 127.1 127.0.1 127.255.255.254 2130706433 0x7f000001 0x7f.0.0.1 0177.0.0.1 017700000001 127.0.0.1. 0 0.0.0.0 00.0.0.0',
  '10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.254 192.168.0.1 0xc0a80001 3232235521 169.254.169.254 0xa9fea9fe 2852039166 100.64.0.1 198.18.0.1',
  '192.0.0.8 192.0.2.1 198.51.100.7 203.0.113.9 192.88.99.1 224.0.0.1 239.1.2.3 240.0.0.1 255.255.255.255',
  '[::] [::1] [0:0:0:0:0:0:0:1] [::127.0.0.1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:a9fe:a9fe] [::ffff:0:127.0.0.1] [64:ff9b::7f00:1] [64:ff9b:1::a00:1]',
  '[2002:7f00:1::] [2002:c0a8:1::1] [2001:0:7f00:1::] [2001:db8::1] [3fff::1] [fe80::1] [fec0::1] [fc00::1] [fd00:ec2::254] [ff02::1] [100::1] [5f00::1]',
  '①②⑦.⓪.⓪.① 127。0。0。1 １２７.0.0.1 localhost LOCALHOST localhost. a.localhost printer.local db.internal router.home.arpa',
]
  .join(' ')
  .split(' ')
const ADDRESSES = CLOSED.flatMap((host) => [`http://${host}/`, `https://${host}/feed.xml`, `http://${host}:8080/`])
const OTHER = [
  'file:///etc/passwd',
  'ftp://open.example/',
  'gopher://open.example/_x',
  'data:text/html,x',
  'javascript:alert(1)',
  'blob:http://open.example/x',
  'http://user:secret@open.example/',
  'http://open.example:22/',
  'http://open.example:6379/',
  'http://open.example:0/',
  'http://[fe80::1%25eth0]/',
  'http://127.0.0.1:80@open.example/',
]

test('a closed address is refused without a socket, however it is written', async () => {
  for (const address of [...ADDRESSES, ...OTHER]) expect(await reasonOf(address), address).toMatch(/^(?:blocked-address|bad-address)$/)
  expect(reached).toEqual([])
})

test('nor does a redirect lead there', async () => {
  for (const address of [...ADDRESSES, ...OTHER, '//127.0.0.1/', '//localhost/x', '\\\\127.0.0.1\\x', 'http:/\\[::1]/', 'http:127.0.0.1']) {
    leadsTo(address)
    expect(await reasonOf('http://open.example/start'), address).toMatch(/^(?:blocked-address|bad-address|http-status|too-many-redirects)$/)
  }
  expect(closed()).toEqual([])
})

test('nor a name, whatever it said before: each connection asks, and goes only where the answer was looked at', async () => {
  names.set('turns.example', { answers: [[PUBLIC], ['127.0.0.1']], asked: 0 })
  // The first answer serves robots.txt, the second would be for the page.
  answer = ({ url }, response) => void (url === '/robots.txt' ? response.writeHead(404).end() : response.end('inside'))
  expect(await reasonOf('http://turns.example/page')).toBe('blocked-address')
  expect(reached).toEqual([PUBLIC])
  reached = []
  for (const [name, ...answers] of [
    ['both.example', PUBLIC, '10.0.0.7'],
    ['six.example', '2606:2800:220:1::1', '::1'],
    ['mapped.example', '::ffff:169.254.169.254'],
    ['none.example'],
  ] as const) {
    names.set(name, { answers: [answers], asked: 0 })
    expect(await reasonOf(`http://${name}/`), name).toBe('blocked-address')
  }
  names.set('later.example', { answers: [['192.168.1.1']], asked: 0 })
  leadsTo('http://later.example/')
  expect(await reasonOf('http://open.example/start')).toBe('blocked-address')
  expect(closed()).toEqual([])
})

test('nor a sitemap or a list of addresses', async () => {
  answer = ({ url }, response) => {
    if (url === '/map.xml')
      response
        .writeHead(200, { 'content-type': 'application/xml' })
        .end(
          `<urlset>${['http://127.0.0.1/', 'http://10.1.1.1/', 'http://inside.example/'].map((it) => `<url><loc>${it}</loc></url>`).join('')}</urlset>`,
        )
    else response.writeHead(404).end()
  }
  const reasons: string[] = []
  for await (const it of readInputs(['http://open.example/map.xml'], { web: FAST }))
    reasons.push(isFailure(it) ? it.failure.reason : 'fine')
  expect(reasons).toEqual(['blocked-address', 'blocked-address', 'blocked-address'])
  expect(closed()).toEqual([])
})

test('the open net is reached, so that the tests above could fail', async () => {
  answer = ({ url }, response) => void (url === '/robots.txt' ? response.writeHead(404).end() : response.end('open'))
  expect(await reasonOf('http://open.example/page')).toBe('fine')
  expect(await reasonOf(`http://${PUBLIC}/page`)).toBe('fine')
  expect(new Set(reached)).toEqual(new Set([PUBLIC]))
})

// A list that others keep, where it lies beside this checkout.
const LIST = new URL('../../../../../../shared/gold/hostile/ssrf-urls.jsonl', import.meta.url)
test.skipIf(!existsSync(LIST))('no address of a list of attacks is reached, straight or by a redirect', { timeout: 120_000 }, async () => {
  const rows = readFileSync(LIST, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { text: string; must?: string })
  for (const { text, must } of rows) {
    const reason = await reasonOf(text)
    expect(reason, text).not.toMatch(/^not a problem/)
    if (must === 'block') expect(reason, text).toMatch(/^(?:blocked-address|bad-address)$/)
    leadsTo(text)
    expect(await reasonOf('http://open.example/start'), text).not.toMatch(/^not a problem/)
  }
  expect(closed()).toEqual([])
})
