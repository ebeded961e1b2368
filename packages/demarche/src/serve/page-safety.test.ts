import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PAGE, PAIR, ready, rig, TOKEN, type Rig } from './browser.test.suite.js'
import { hostileRow } from './hostile.test.suite.js'
import { ARTICLES, BOOK, HOSTILE, madeStore } from './made.test.suite.js'
import { writeSite } from './site.js'

// Nothing that an article, a name or an address says becomes active in the page.

// oxlint-disable-next-line typescript/no-explicit-any -- functions that run in the browser
declare const document: any, addEventListener: any, dispatchEvent: any, Event: any, PopStateEvent: any, history: any, window: any

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

// Strings that broke other programs, where they lie beside the checkout; a few of our own everywhere.
const GOLD = new URL('../../../../../shared/gold/hostile/', import.meta.url)
const OWN = [
  HOSTILE,
  '"><svg onload=alert(1)>',
  'javascript:alert(1)',
  '{{7*7}}',
  '\u202Eevil\u202C',
  '</script><script>alert(1)</script>',
  "' onfocus=alert(1) autofocus='",
  '\0\uFFFF\uD800',
]
const found = existsSync(GOLD)
  ? readdirSync(GOLD)
      .filter((name) => /^(xss-.*|blns)\.jsonl$/.test(name))
      .flatMap((name) => readFileSync(new URL(name, GOLD), 'utf8').split('\n').filter(Boolean))
      .map((line) => (JSON.parse(line) as { text: string }).text)
      .filter((text) => text.trim() !== '')
  : []
if (found.length === 0) process.stderr.write('the page is tested with a few hostile strings of our own; the large sets are not here\n')
const STRINGS = [...OWN, ...found]
const groups = (size: number): string[][] =>
  Array.from({ length: Math.ceil(STRINGS.length / size) }, (_, i) => STRINGS.slice(i * size, (i + 1) * size))

describe.skipIf(!ready)('the page', () => {
  let it: Rig
  beforeAll(async () => {
    it = await rig([...ARTICLES, hostileRow(STRINGS)])
    // Breaches of the policy are counted in the page itself.
    await it.context.addInitScript(() => {
      window.breaches = []
      addEventListener('securitypolicyviolation', (event: { blockedURI: string; violatedDirective: string; sample: string }) =>
        window.breaches.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
      )
    })
  })
  afterAll(() => it?.close())
  const breaches = (): Promise<string[]> => it.page.evaluate(() => window.breaches)
  // What the page itself is made of; anything else came out of a string.
  const foreign = (): Promise<string[]> =>
    it.page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter(
          (node) =>
            /^(img|script|iframe|object|embed|link|style|base|meta|form|video|audio|math|template)$/i.test(node.localName) === true &&
            !(node.localName === 'form' && /^(search|searching|range)$/.test(node.className)),
        )
        .map((node) => node.outerHTML.slice(0, 100)),
    )
  const quiet = async (): Promise<void> => {
    expect(await foreign()).toEqual([])
    expect(await breaches()).toEqual([])
    expect(
      await it.page.evaluate(() => [...document.querySelectorAll('a')].filter((a) => /^(javascript|data|vbscript):/i.test(a.href)).length),
    ).toBe(0)
  }

  test(`${STRINGS.length} hostile strings stay text in an article and its claims`, async () => {
    await it.open('/document/hostile')
    const shown = (await it.page.locator('.article').textContent())!
    // The browser reads no NUL and no half of a pair of surrogates otherwise than it was sent.
    for (const text of STRINGS.filter((one) => !/[\0\uD800-\uDFFF]/.test(one))) expect(shown.includes(text), text).toBe(true)
    await quiet()
  })

  test('and as names of actors and places, in tables, the graph and the map', async () => {
    for (const path of ['/', '/pair/person%3Ahostile-0/state%3AARM']) {
      await it.open(path)
      await it.page.waitForTimeout(300)
      // All rows at once, as for paper.
      await it.page.evaluate(() => dispatchEvent(new Event('beforeprint')))
      await quiet()
    }
    expect(await it.page.locator('.events tbody tr').count()).toBeGreaterThan(Math.min(STRINGS.length, 2000) - 2)
  })

  test('and in the address, in every part of it that the page reads', async () => {
    await it.open('/codebook')
    await it.page.evaluate(
      async (strings) => {
        const visit = async (address: string): Promise<void> => {
          history.pushState(null, '', address)
          dispatchEvent(new PopStateEvent('popstate'))
          await new Promise((done) => setTimeout(done))
        }
        for (const one of strings) await visit(`/codebook?filter=${encodeURIComponent(one)}&rule=${encodeURIComponent(one)}`)
      },
      groups(20).map((of) => of.join(' ').replaceAll(/[\uD800-\uDFFF]/g, '')),
    )
    await quiet()
    const long = STRINGS.join(' ').replaceAll(/[\uD800-\uDFFF\0]/g, '')
    for (const at of [0, 0.4, 0.8]) {
      const part = encodeURIComponent(long.slice(long.length * at, long.length * at + 300))
      for (const path of [
        `/search?q=${part}`,
        `/actor/${part}`,
        `${PAIR}?place=${part}&from=${part}&asOf=${part}&event=${part}`,
        `/${part}`,
      ]) {
        await it.page.goto(`${it.origin}${path}#token=${part}`)
        await it.page.waitForSelector('main p, main h1')
        await quiet()
      }
    }
  })

  test('the token leaves the address', async () => {
    await it.page.goto(`${it.origin}/#token=${TOKEN}`)
    await it.page.waitForSelector('h1')
    await expect.poll(() => it.page.url()).toBe(`${it.origin}/`)
  })

  test('a static copy shows the same without a server: under any path of a host, and from a disk', async () => {
    const out = join(it.folder, 'a site')
    const store = await madeStore(join(it.folder, 'small.db'))
    expect(await writeSite({ store, book: BOOK, version: '0.0.0+test', page: PAGE }, out)).toBeGreaterThan(15)
    const host = createServer((request, response) => {
      const file = join(out, decodeURIComponent(request.url ?? '').replace(/^\/some\/where\//, '') || 'index.html')
      const isFile = existsSync(file) && statSync(file).isFile()
      response.writeHead(isFile ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'text/html' })
      response.end(isFile ? readFileSync(file) : '')
    })
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
    const other = await it.context.newPage()
    other.setDefaultTimeout(8000)
    const failed: string[] = []
    other.on('pageerror', (error) => void failed.push(error.message))
    other.on('console', (message) => void (message.type() === 'error' && failed.push(message.text())))
    const hosted = `http://127.0.0.1:${(host.address() as { port: number }).port}/some/where/`
    for (const base of [hosted, pathToFileURL(join(out, 'index.html')).href]) {
      await other.goto('about:blank')
      await other.goto(`${base}#${PAIR}?asOf=2024-12-01`)
      await other.waitForSelector('.sentence a')
      expect(await other.locator('.sentence').innerText()).toContain('sanctions by Belarus on Armenia are in force')
      await other.waitForSelector('.map .land')
      await other.waitForSelector('.graph .sign')
      await other.locator('.events tbody a').first().click()
      await other.waitForSelector('mark.trigger')
      expect(await other.getByText('Correct (c)').count()).toBe(0)
      await other.goBack()
      await expect.poll(() => other.locator('mark.trigger').count()).toBe(0)
      expect(failed).toEqual([])
    }
    // What a copy does not hold is said.
    await other.goto(`${hosted}#/pair/ATL/BLR`)
    await other.getByText('This is a static copy').waitFor()
    expect(await other.evaluate(() => window.breaches)).toEqual([])
    await other.close()
    host.close()
    await store.close()
  })

  test('asked nobody else, opened no dialog, and threw nothing', () =>
    // The browser says so itself when an actor is not there, or a day is none.
    expect(it.wrong.filter((line) => !/status of (400|404|414|431)/.test(line) && !line.includes('/data/'))).toEqual([]))
})
