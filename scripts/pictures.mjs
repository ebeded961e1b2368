#!/usr/bin/env node
// Takes the pictures of the documents: the page over the demo's ledger, in the system's Chromium.
// Usage: npm run pictures
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
if (!executablePath) {
  console.error('pictures: there is no Chromium here')
  process.exit(1)
}

/** Name, address, what to do there; width, height and colours where they are not the usual ones. */
const PICTURES = [
  { name: 'pair', path: '/pair/IND/PAK' },
  { name: 'why', path: '/pair/IND/PAK', act: readWhy, wait: '.why[open] .reason' },
  { name: 'relations', path: '/pair/IND/PAK?from=2019-02-01&to=2019-08-31', height: 1000 },
  { name: 'state', path: '/pair/IND/PAK?asOf=2019-03-01&knownAt=2019-02-20', height: 420 },
  { name: 'response', path: '/pair/GBR/RUS', act: readWhere(({ respondsTo }) => respondsTo !== undefined, 'actor=GBR&with=RUS') },
  {
    name: 'tolls',
    path: '/pair/ARM/AZE',
    act: readWhere(({ figures }) => figures.some(({ low, high }) => low !== high), 'type=ASSAULT', true),
  },
  { name: 'crowd', path: '/?actors=120', act: (page) => page.locator('.graph .node').first().hover({ force: true }), height: 1000 },
  { name: 'compare', path: '/compare?before=2019-02-15&after=2019-02-28&a=IND&b=PAK', height: 620 },
]

/** Opens the first event of a query that is so, and with `why` its explanation. */
function readWhere(isSo, query, why = false) {
  return async (page) => {
    const { events } = await (await page.request.get(`${origin}/api/events?${query}&limit=200`)).json()
    const url = new URL(page.url())
    url.searchParams.set('event', events.find(isSo).id)
    await page.goto(url.href)
    await page.waitForSelector('mark.trigger')
    if (why) await page.locator('.why summary').click()
  }
}

async function readWhy(page) {
  await page.locator('.state .sentence a').first().click()
  await page.locator('.why summary').click()
}

/** Starts the demo; gives its origin and a way to stop it. */
async function demo() {
  const child = spawn(process.execPath, [at('packages/demarche/bin/demarche.js'), 'demo', '--port', '0'])
  const origin = await new Promise((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
      const found = /serving (http:\/\/[^/]+)/.exec(said)
      if (found) resolve(found[1])
    })
    child.once('exit', () => reject(new Error(said)))
  })
  return { origin, stop: () => child.kill('SIGTERM') }
}

mkdirSync(at('docs/pictures'), { recursive: true })
const { origin, stop } = await demo()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
for (const { name, path, act, wait, width = 1280, height = 860, colorScheme = 'light' } of PICTURES) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce', locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(origin + path)
  await page.waitForSelector('main h1')
  await act?.(page)
  if (wait) await page.waitForSelector(wait)
  if (path.startsWith('/pair')) await page.waitForSelector('.map .land')
  // Drawings come in parts: atlas, then layout.
  await page.waitForTimeout(500)
  await page.screenshot({ path: at(`docs/pictures/${name}.png`) })
  await context.close()
  console.log(`docs/pictures/${name}.png`)
}
await browser.close()
stop()
