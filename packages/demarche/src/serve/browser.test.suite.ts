import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import type { DocumentRow } from '../spec/index.js'
import type { Store } from '../store/index.js'
import { createApp } from './app.js'
import { listen, type Listening } from './listen.js'
import { BOOK, madeStore } from './made.test.suite.js'
import { madeReasons, OPINIONS, SAVED } from './made-reasons.test.suite.js'

// The built page over the made ledger, in the system's Chromium. Screenshots go to `out/page/`, to be looked at.

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
export const PAGE = new URL('../../dist/web/', import.meta.url)
export const ready = CHROMIUM !== undefined && existsSync(new URL('index.html', PAGE))
if (!ready)
  process.stderr.write(`the page's tests are skipped: ${CHROMIUM === undefined ? 'there is no Chromium here' : 'the page is not built'}\n`)

export const TOKEN = 'token-of-the-test'
export const PAIR = '/pair/state%3AARM/state%3ABLR'
const shots = fileURLToPath(new URL('../../../../out/page/', import.meta.url))
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
// oxlint-disable-next-line typescript/no-explicit-any -- functions that run in the browser
declare const document: any

export interface Rig {
  readonly store: Store
  readonly folder: string
  readonly context: BrowserContext
  readonly page: Page
  readonly origin: string
  /** Whatever no page may do: ask elsewhere, break its policy, open a dialog, throw. */
  readonly wrong: string[]
  open(path: string): Promise<void>
  shot(name: string): Promise<void>
  /** Findings of axe that are serious or worse. */
  serious(): Promise<string[]>
  watch(page: Page): void
  close(): Promise<void>
}

/** Serves a made ledger and opens a page on it. */
export async function rig(rows?: readonly DocumentRow[]): Promise<Rig> {
  mkdirSync(shots, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'demarche-page-'))
  const store = await madeStore(join(folder, 'made.db'), rows)
  const correcting = { token: TOKEN, now: () => '2026-01-01T00:00:00Z', write: (work: (it: Store) => Promise<void>) => work(store) }
  const app = createApp({
    store,
    book: BOOK,
    version: '0.0.0+test',
    page: PAGE,
    correcting,
    saved: () => SAVED,
    reasons: madeReasons,
    opinions: () => OPINIONS,
  })
  const server: Listening = await listen(app, '127.0.0.1', 0)
  const origin = `http://127.0.0.1:${server.port}`
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-gpu'] })
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, reducedMotion: 'reduce' })
  const wrong: string[] = []
  const watch = (it: Page): void => {
    it.on('request', (request) => void (request.url().startsWith(origin) || wrong.push(`asked ${request.url()}`)))
    it.on('dialog', (dialog) => void (wrong.push(`dialog ${dialog.message()}`), dialog.dismiss()))
    it.on('pageerror', (error) => void wrong.push(`error ${error.message}`))
    it.on('console', (message) => void (message.type() === 'error' && wrong.push(`console ${message.text()}`)))
  }
  const page = await context.newPage()
  page.setDefaultTimeout(8000)
  watch(page)
  return {
    store,
    folder,
    context,
    page,
    origin,
    wrong,
    watch,
    open: async (path) => {
      await page.goto(origin + path)
      await page.waitForSelector('main h1, main h2, main h3, main .trouble')
      await page.waitForFunction(
        () => ![...document.querySelectorAll('main [role=status]')].some((it) => it.textContent.startsWith('Loading')),
      )
    },
    shot: async (name) => void (await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })),
    serious: async () => {
      // Through the debugger, which the page's policy does not bind.
      await page.evaluate(AXE)
      const { violations } = (await page.evaluate('axe.run()')) as {
        violations: { id: string; impact: string; nodes: { html: string }[] }[]
      }
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`)
    },
    close: async () => {
      await browser.close()
      await server.close()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
