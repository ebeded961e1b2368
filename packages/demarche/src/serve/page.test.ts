import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../store/index.js'
import { createApp } from './app.js'
import { listen, type Listening } from './listen.js'
import { writeSite } from './site.js'
import { BOOK, HOSTILE, madeStore } from './made.test.suite.js'

// The built page in the system's Chromium. Screenshots go to `out/page/`, to be looked at.
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
const PAGE = new URL('../../dist/web/', import.meta.url)
const ready = CHROMIUM !== undefined && existsSync(new URL('index.html', PAGE))
if (!ready)
  process.stderr.write(`the page's tests are skipped: ${CHROMIUM === undefined ? 'there is no Chromium here' : 'the page is not built'}\n`)

const shots = fileURLToPath(new URL('../../../../out/page/', import.meta.url))
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}
const TOKEN = 'token-of-the-test'
// oxlint-disable-next-line typescript/no-explicit-any -- functions that run in the browser
declare const document: any
const PAIR = '/pair/state%3AARM/state%3ABLR'

describe.skipIf(!ready)('the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-page-'))
  let store: Store
  let server: Listening
  let browser: Browser
  let context: BrowserContext
  let page: Page
  const wrong: string[] = []
  const origin = (): string => `http://127.0.0.1:${server.port}`

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true })
    store = await madeStore(join(folder, 'made.db'))
    const app = createApp({
      store,
      book: BOOK,
      version: '0.0.0+test',
      page: PAGE,
      correcting: { token: TOKEN, now: () => '2026-01-01T00:00:00Z', write: (work) => work(store) },
    })
    server = await listen(app, '127.0.0.1', 0)
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-gpu'] })
    context = await browser.newContext({ viewport: { width: 1360, height: 900 }, reducedMotion: 'reduce' })
    page = await context.newPage()
    watch(page)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await store?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Whatever no page may do: ask elsewhere, break its policy, open a dialog, throw. */
  function watch(it: Page): void {
    it.on('request', (request) => void (request.url().startsWith(origin()) || wrong.push(`asked ${request.url()}`)))
    it.on('dialog', (dialog) => void (wrong.push(`dialog ${dialog.message()}`), dialog.dismiss()))
    it.on('pageerror', (error) => void wrong.push(`error ${error.message}`))
    it.on('console', (message) => void (message.type() === 'error' && wrong.push(`console ${message.text()}`)))
  }
  const open = async (path: string): Promise<void> => {
    await page.goto(origin() + path)
    await page.waitForSelector('h1, h2, article h3')
    await page.waitForFunction(() => !document.querySelector('main [role=status]')?.textContent?.startsWith('Loading'))
  }
  const shot = (name: string): Promise<unknown> => page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
  const serious = async (): Promise<string[]> => {
    // Through the debugger, which the page's policy does not bind.
    await page.evaluate(AXE)
    const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string; impact: string; nodes: { html: string }[] }[] }
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`)
  }

  test('a reader goes from the pairs to a state, to the words that say so', async () => {
    await open('/')
    await shot('home')
    await page.getByRole('link', { name: /Armenia – Belarus/ }).click()
    await page.waitForSelector('.sentence-of-state')
    expect(await page.locator('.sentence-of-state').innerText()).toContain('Sanctions by Belarus on Armenia: in force since 2024-09-02')
    await page.getByLabel('As of').fill('2024-07-01')
    await page.waitForFunction(() => document.querySelector('.sentence-of-state')?.textContent?.includes('recalled'))
    await expect.poll(() => page.url()).toContain('asOf=2024-07-01')
    await page.getByRole('link', { name: /ambassador to Belarus: recalled/ }).click()
    await page.waitForSelector('mark.trigger')
    expect(await page.locator('mark.trigger').innerText()).toBe('recalled')
    expect(await page.locator('mark.attribution').first().innerText()).toBe('the Foreign Ministry')
    expect(await page.locator('del').getAttribute('title')).toContain('advert')
    await page.getByText('Why this code?').click()
    expect(await page.locator('.why').innerText()).toContain('a state calls its ambassador home')
    await shot('pair')
    expect(await serious()).toEqual([])
  })

  test('what is chosen stands in the address', async () => {
    const address = page.url()
    await page.goto(address)
    await page.waitForSelector('mark.trigger')
    expect(await page.locator('mark.trigger').innerText()).toBe('recalled')
    await page.goto('about:blank')
    await page.goBack()
    await page.waitForSelector('mark.trigger')
  })

  test('a time is chosen by dragging over the columns, and by its fields', async () => {
    await open(PAIR)
    const rows = (): Promise<number> => page.locator('.events tbody tr').count()
    const all = await rows()
    const box = (await page.locator('.ledger svg').boundingBox())!
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height - 60)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width - 2, box.y + box.height - 60, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => page.url()).toMatch(/from=\d{4}-\d\d-\d\d/)
    await page.getByLabel('Events from').fill('2024-09-01')
    await page.waitForFunction((n) => document.querySelectorAll('.events tbody tr').length < n, all)
    await page.getByRole('button', { name: 'Whole time' }).click()
    await expect.poll(rows).toBe(all)
  })

  test('the keyboard alone reads on and corrects', async () => {
    await open('/document/recall-1')
    const trigger = (): Promise<string> => page.locator('mark.trigger').innerText()
    expect(await trigger()).toBe('recalled')
    await page.keyboard.press('n')
    await page.waitForFunction(() => document.querySelector('mark.trigger')?.textContent === 'attacked')
    expect(await page.locator('mark.sentence.unreal').count()).toBeGreaterThan(0)
    await shot('denied')
    await page.keyboard.press('p')
    await page.waitForFunction(() => document.querySelector('mark.trigger')?.textContent === 'recalled')
    await page.keyboard.press('c')
    await page.locator('.correct select[name=type]').waitFor()
    expect(await page.evaluate(() => document.activeElement.name)).toBe('type')
    await page.locator('.correct select[name=status]').selectOption('future')
    await page.getByLabel('Your name').fill('A. Reader')
    await page.locator('.correct input[name=why]').fill('it was only announced')
    await page.getByLabel(/Token/).fill(TOKEN)
    await shot('correct')
    expect(await serious()).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForSelector('.correct pre')
    expect(await page.locator('.correct pre').innerText()).toContain('"change":{"status":"future"}')
    await open('/runs')
    expect(await page.locator('main').innerText()).toContain('it was only announced')
  })

  test.each([
    '/',
    '/search?q=ambassador',
    '/actor/state%3AARM',
    '/codebook?rule=recall-ambassador',
    '/runs',
    '/document/return',
    '/document/broken',
    '/nowhere',
  ])('%s has no serious finding of axe', async (path) => {
    await page.goto(origin() + path)
    await page.waitForTimeout(300)
    await shot(path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'start')
    expect(await serious()).toEqual([])
  })

  test('hostile text stays text', async () => {
    await open('/document/return')
    expect(await page.locator('.article').innerText()).toContain(HOSTILE)
    expect(await page.locator('.paper img, .paper script').count()).toBe(0)
    await open(`/search?q=${encodeURIComponent(HOSTILE)}`)
    expect(await page.locator('main img, main script').count()).toBe(0)
  })

  test.each([
    ['narrow', 360, 740, 'light'],
    ['dark', 1360, 900, 'dark'],
    ['large', 2560, 1440, 'light'],
  ] as const)('%s: nothing runs over the side', async (name, width, height, colorScheme) => {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    await open(PAIR)
    await page.locator('.events tbody a').first().click()
    await page.waitForSelector('mark.trigger')
    await shot(name)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
    expect(await serious()).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1360, height: 900 })
  })

  test('the first view stands within a second', async () => {
    // The best of three, for a busy machine is not what is measured.
    const paints: number[] = []
    for (let i = 0; i < 3; i++) {
      await page.goto(origin() + PAIR)
      await page.waitForSelector('.sentence-of-state')
      const paint = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime)
      paints.push((await paint.jsonValue()) ?? Infinity)
    }
    expect(Math.min(...paints)).toBeLessThan(1000)
  })

  test('ten thousand rows scroll without filling the page', async () => {
    const [first] = (await store.events({ limit: 1 })).events
    const many = Array.from({ length: 10_000 }, (_, i) => ({ ...first!, id: `event-${i}` }))
    await page.route('**/api/events?**', (route) => route.fulfill({ json: { events: many } }))
    await page.goto(`${origin()}/actor/state%3AARM`)
    await page.waitForSelector('.events tbody a')
    expect(await page.locator('table[aria-rowcount="10001"]').count()).toBe(1)
    const slow = (await page.evaluate(`new Promise((done) => {
      const box = document.querySelector('.events'); let last = performance.now(), n = 0; const frames = []
      const step = (now) => { frames.push(now - last); last = now; box.scrollTop += 4000; n++ < 60 ? requestAnimationFrame(step) : done(frames.sort((a, b) => a - b)[Math.floor(frames.length * 0.9)]) }
      requestAnimationFrame(step)
    })`)) as number
    expect(await page.locator('.events tbody tr').count()).toBeLessThan(80)
    // A frame is 16 ms; on a busy machine some take longer, a page with all rows takes seconds for each.
    expect(slow).toBeLessThan(250)
    await page.unroute('**/api/events?**')
  })

  test('the token leaves the address', async () => {
    await page.goto(`${origin()}/#token=${TOKEN}`)
    await page.waitForSelector('h1')
    await expect.poll(() => page.url()).toBe(`${origin()}/`)
  })

  test('a static copy shows the same without a server', async () => {
    const out = join(folder, 'site')
    expect(await writeSite({ store, book: BOOK, version: '0.0.0+test', page: PAGE }, out)).toBeGreaterThan(15)
    const host = createServer((request, response) => {
      const path = decodeURIComponent((request.url ?? '/').split('?')[0]!)
      const file = join(out, path === '/' ? 'index.html' : path)
      const found = existsSync(file) && statSync(file).isFile()
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'text/html',
      })
      response.end(readFileSync(found ? file : join(out, '404.html')))
    })
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
    const other = await context.newPage()
    const failed: string[] = []
    other.on('pageerror', (error) => void failed.push(error.message))
    other.on('console', (message) => void (message.type() === 'error' && failed.push(message.text())))
    await other.goto(`http://127.0.0.1:${(host.address() as { port: number }).port}${PAIR}?asOf=2024-12-01`)
    await other.waitForSelector('.sentence-of-state a')
    expect(await other.locator('.sentence-of-state').innerText()).toContain('Sanctions by Belarus on Armenia: in force')
    await other.locator('.events tbody a').first().click()
    await other.waitForSelector('mark.trigger')
    expect(await other.getByText('Correct (c)').count()).toBe(0)
    await other.close()
    host.close()
    expect(failed).toEqual([])
  })

  test('the page asked nobody else, kept to its policy, and threw nothing', () => expect(wrong).toEqual([]))
})
