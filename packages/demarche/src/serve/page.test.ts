import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ready, PAIR, rig, TOKEN, type Rig } from './browser.test.suite.js'

// The journeys of the page, in the system's Chromium.

// oxlint-disable-next-line typescript/no-explicit-any -- functions that run in the browser
declare const document: any

describe.skipIf(!ready)('the page', () => {
  let it: Rig
  beforeAll(async () => {
    it = await rig()
  })
  afterAll(() => it?.close())
  const words = (selector: string): Promise<string> => it.page.locator(selector).first().innerText()
  const rows = (): Promise<number> => it.page.locator('.events tbody tr').count()

  test('a reader goes from the pairs to a state, to the words that say so', async () => {
    const { page } = it
    await it.open('/')
    await it.shot('home')
    await page.getByRole('link', { name: 'Armenia – Belarus', exact: true }).first().click()
    await page.waitForSelector('.sentence')
    expect(await words('.sentence')).toContain('sanctions by Belarus on Armenia are in force since 2 Sep 2024')
    await page.getByLabel('As of').fill('2024-07-01')
    await page.waitForFunction(() => document.querySelector('.sentence')?.textContent?.includes('recalled'))
    await expect.poll(() => page.url()).toContain('asOf=2024-07-01')
    await page.getByRole('link', { name: 'Armenia has recalled its ambassador from Belarus' }).click()
    await page.waitForSelector('mark.trigger')
    expect(await words('mark.trigger')).toBe('recalled')
    expect(await words('mark.attribution')).toBe('the Foreign Ministry')
    expect(await words('.chain')).toMatch(/Meridian Wire.*the Foreign Ministry.*statement/s)
    expect(await words('del')).toMatch(/^left out: advert/)
    await page.getByText('Why this code?').click()
    expect(await words('.why')).toContain('a state calls its ambassador home')
    expect(await words('.why')).toMatch(/CAMEO 161 · Goldstein -8/)
    // What was weighed for the claim: roles, rivals, what would have changed it; a model's opinion apart.
    await page.waitForSelector('.reason')
    expect(await words('.reason dl')).toMatch(/agent\s+Armenia must be actor/)
    expect(await words('.rivals')).toBe('withdraw-troops RETREAT withdraw 087 the winner is declared over it')
    expect(await words('.reason')).toContain('were it still to come: THREATEN relations 1313, actual')
    expect(await words('.reason')).toContain('recall-goods no type its theme must be goods')
    expect(await words('.opinions')).toMatch(/beside the record[\s\S]*a-model on 20 Jun 2024: RETREAT withdraw 087 \(withdraw-troops\)/)
    await it.shot('pair')
    expect(await it.serious()).toEqual([])
    // The same address shows the same.
    await page.reload()
    await page.waitForSelector('mark.trigger')
    expect(await words('mark.trigger')).toBe('recalled')
  })

  test('the changes of the ledger are stepped through, and what was known on a day', async () => {
    const { page } = it
    await it.open(PAIR)
    const day = (): Promise<string> => page.getByLabel('As of').inputValue()
    const last = await day()
    await page.getByRole('button', { name: 'Earlier change' }).click()
    await expect.poll(day).not.toBe(last)
    await page.getByLabel('Known at').fill('2024-06-12')
    await expect.poll(() => words('.sentence')).toContain('as known on 12 Jun 2024: nothing is known to hold')
    await page.getByRole('button', { name: 'Everything known' }).click()
    await expect.poll(() => words('.sentence')).not.toContain('as known')
    await page.getByText('The ledger as a table').click()
    expect(await words('.as-table table')).toMatch(/Armenia’s ambassador to Belarus\s+recalled\s+2024-06-13/)
  })

  test('a time is chosen by dragging or by the slider, a day by a click, a class by its key; the address has it all', async () => {
    const { page } = it
    await it.open(PAIR)
    const all = await rows()
    const box = (await page.locator('.ledger svg').boundingBox())!
    const y = box.y + box.height - 60
    await page.mouse.move(box.x + box.width * 0.75, y)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width - 2, y, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => page.url()).toMatch(/from=\d{4}-\d\d-\d\d&to=/)
    expect(await rows()).toBeLessThan(all)
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect.poll(rows).toBe(all)
    await page.mouse.click(box.x + box.width * 0.5, y)
    await expect.poll(() => page.url()).toContain('asOf=')
    await page.getByRole('button', { name: 'Verbal cooperation', exact: true }).click()
    await expect.poll(() => page.url()).toContain('quad=1')
    expect(await rows()).toBe(2)
    await page.getByRole('button', { name: 'No longer only Verbal cooperation' }).click()
    await expect.poll(rows).toBe(all)
    await page.getByLabel('Twelve months to').focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => page.url()).toContain('to=2025-01-31')
    expect(await rows()).toBeLessThan(all)
  })

  test('the map draws a country as a country and a city as a point; a place chosen there is chosen everywhere', async () => {
    const { page } = it
    await it.open(PAIR)
    await page.waitForSelector('.map .land')
    // The visit to Minsk, and the sanctions somewhere in Armenia; the attack on Yerevan was denied.
    await expect.poll(() => page.locator('.map .point').count()).toBe(1)
    expect(await words('.map')).toContain('1 event that did not happen is not drawn')
    expect(await page.locator('.map .country.shaded.quad-4').count()).toBe(1)
    expect(await page.locator('.map .disputed').getAttribute('d')).not.toBe('')
    await page.getByRole('button', { name: 'Minsk 1' }).click()
    await expect.poll(() => page.url()).toContain('place=Minsk')
    expect(await rows()).toBe(1)
    await page.locator('.events tbody a').click()
    await page.waitForSelector('.map .spot.chosen')
    expect(await page.locator('.events tr.chosen').count()).toBe(1)
    expect(await page.locator('.ledger .marker').count()).toBe(1)
    await page.getByRole('button', { name: 'The world' }).click()
    await expect.poll(() => page.url()).toContain('map=world')
    await it.shot('map')
  })

  test('the graph has signs, and lists them', async () => {
    const { page } = it
    await it.open(PAIR)
    await page.waitForSelector('.graph .sign')
    await page.getByText('The graph as a list').click()
    await expect.poll(() => words('.edges')).toContain('Armenia – Belarus: 3 of cooperation, 3 of conflict')
    await page.getByLabel('Twelve months to').fill(String(2020 * 12))
    await expect.poll(() => words('.graph')).toContain('Nothing passed between known actors in this time.')
  })

  test('the keyboard alone goes from the start to a claim, reads on and corrects', async () => {
    const { page } = it
    await it.open('/')
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement.textContent)
    for (let i = 0; i < 20 && !(await focused()).startsWith('Armenia'); i++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.sentence')
    await page.keyboard.press('j')
    await page.waitForSelector('mark.trigger')
    const first = page.url()
    await page.keyboard.press('j')
    await expect.poll(() => page.url()).not.toBe(first)
    await page.keyboard.press('k')
    await expect.poll(() => page.url()).toBe(first)
    await page.keyboard.press('?')
    await page.waitForSelector('dialog[open]')
    await it.shot('keys')
    expect(await it.serious()).toEqual([])
    await page.keyboard.press('Escape')
    await it.open('/document/recall-1')
    expect(await words('mark.trigger')).toBe('recalled')
    await page.keyboard.press('n')
    await page.waitForFunction(() => document.querySelector('mark.trigger')?.textContent === 'attacked')
    expect(await page.locator('mark.sentence.unreal').count()).toBeGreaterThan(0)
    await it.shot('denied')
    await page.keyboard.press('p')
    await page.waitForFunction(() => document.querySelector('mark.trigger')?.textContent === 'recalled')
    await page.keyboard.press('e')
    expect(await page.evaluate(() => document.activeElement.id)).toBe('evidence')
  })

  test('a correction shows its line and how far readers agree', async () => {
    const { page } = it
    const correct = async (who: string, status: string, why: string): Promise<void> => {
      await page.keyboard.press('c')
      await page.locator('.correct select[name=type]').waitFor()
      await expect.poll(() => page.evaluate(() => document.activeElement.name)).toBe('type')
      await page.locator('.correct select[name=status]').selectOption(status)
      await page.getByLabel('Your name').fill(who)
      await page.locator('.correct input[name=why]').fill(why)
    }
    await it.open('/document/recall-1')
    await correct('A. Reader', 'future', 'it was only announced')
    await page.getByLabel(/Token/).fill(TOKEN)
    await it.shot('correct')
    expect(await it.serious()).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForSelector('.correct pre')
    expect(await words('.correct pre')).toContain('"change":{"status":"future"}')
    await expect.poll(() => words('.agreement')).toContain('1 reader agrees on each field')
    await page.keyboard.press('Escape')
    await correct('B. Reader', 'negated', 'it was denied')
    await page.keyboard.press('Enter')
    await expect.poll(() => words('.agreement')).toContain('1 of 2 readers agree')
    await it.open('/runs')
    expect(await words('main')).toContain('it was only announced')
  })

  test('an event names the act that it answers, and leads to it', async () => {
    const { page, store } = it
    const { events } = await store.events({ status: 'actual', limit: 20 })
    const [answer, act] = [events.find(({ type }) => type === 'COOPERATE')!, events.find(({ mode }) => mode === 'heavy-weapons')!]
    await page.route(`**/api/events/${answer.id}/explanation`, async (route) => {
      const found = (await (await route.fetch()).json()) as { event: object }
      return route.fulfill({ json: { ...found, event: { ...found.event, respondsTo: act.id } } })
    })
    await it.open(`/event/${answer.id}`)
    await page.getByRole('link', { name: 'ASSAULT · heavy-weapons, 2024-06-14 · Belarus → Armenia' }).click()
    await expect.poll(() => words('.reader h2')).toBe('ASSAULT · heavy-weapons')
    await page.unroute(`**/api/events/${answer.id}/explanation`)
  })

  test('two days of knowledge are compared, and two releases from the disk', async () => {
    const { page, store, folder } = it
    await it.open('/compare')
    await page.getByLabel('Known at', { exact: true }).fill('2024-06-13')
    await page.getByLabel('and known at').fill('2024-09-02')
    await page.getByLabel('Of the pair').fill('ARM')
    await page.getByLabel('and', { exact: true }).fill('BLR')
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.waitForSelector('.entries')
    expect(await words('.entries')).toContain('sanctions by Belarus on Armenia are in force')
    expect(page.url()).toContain('before=2024-06-13&after=2024-09-02&a=ARM&b=BLR')
    await it.shot('compare')
    expect(await it.serious()).toEqual([])
    const events = []
    for await (const event of store.allEvents()) events.push(event)
    const write = (name: string, of: unknown[]): string => {
      writeFileSync(join(folder, name), of.map((event) => `${JSON.stringify(event)}\n`).join(''))
      return join(folder, name)
    }
    await page.locator('.files summary').click()
    await page.getByLabel('Earlier release').setInputFiles(write('one.jsonl', events.slice(1)))
    await page.getByLabel('Later release').setInputFiles(write('two.jsonl', [{ ...events[0], mode: 'changed' }, ...events.slice(2)]))
    await expect.poll(() => words('main')).toContain('1 event added · 1 event gone · 0 events changed')
    await page.getByLabel('Later release').setInputFiles(write('no.jsonl', [{ id: 1 }]))
    await expect.poll(() => words('.trouble')).toContain('no.jsonl, line 1: this is no event of a release')
  })

  test('actors and events are searched, the codebook is filtered, failures say what to do', async () => {
    const { page } = it
    await it.open('/runs')
    await page.keyboard.press('/')
    await page.keyboard.press('Enter')
    await page.getByRole('searchbox').fill('ambassador')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.hits blockquote b')
    expect(await words('.hits blockquote')).toMatch(/ambassador/i)
    // Narrowed down by what `demarche events` takes, with words or without; the address has it all.
    await page.getByText('Sides, type, status, days, place').click()
    await page.getByLabel('Actor', { exact: true }).fill('Belarus')
    await page.getByLabel('with', { exact: true }).fill('ARM')
    await page.getByLabel('Type').selectOption('SANCTION')
    await page.getByLabel('From').fill('2024-06-01')
    await page.getByRole('searchbox').fill('')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain('?actor=Belarus&with=ARM&type=SANCTION&from=2024-06-01')
    await expect.poll(() => page.locator('.hits li').count()).toBe(3)
    await page.getByText('The same in a terminal').click()
    expect(await words('.as-command pre')).toContain('demarche events --actor Belarus --with ARM --type SANCTION --from 2024-06-01')
    const csv = await page.getByRole('link', { name: 'CSV' }).getAttribute('href')
    expect(csv).toBe('/api/events.csv?actor=Belarus&with=ARM&type=SANCTION&from=2024-06-01')
    await it.shot('search')
    expect(await it.serious()).toEqual([])
    await page.locator('.hits a').first().click()
    await page.waitForSelector('mark.trigger')
    await it.open('/search?q=nothing+of+the+kind')
    expect(await words('main')).toContain('Nothing was found for “nothing of the kind”')
    await it.open('/search?q=Armenia')
    await page.locator('.cards a').first().click()
    await expect.poll(() => words('h1')).toBe('Armenia')
    await it.open('/saved')
    expect(await words('main tbody')).toMatch(/attacks\s+type ASSAULT, actor BLR\s+CSV · Atom · iCalendar\s+posted/)
    await page.getByRole('link', { name: 'attacks' }).click()
    await expect.poll(rows).toBe(2)
    expect(await page.getByRole('link', { name: 'Atom' }).getAttribute('href')).toBe('/api/saved/attacks/events.atom')
    // A toll, and who said it.
    await page.locator('.events tbody a', { hasText: 'heavy-weapons' }).click()
    await page.getByText('Why this code?').click()
    expect(await words('.why')).toMatch(/killed 2 · 2 by Harbour Gazette/)
    await it.open('/codebook')
    await page.getByLabel('Filter rules').fill('envoy')
    await expect.poll(() => words('main')).toContain('0 rules')
    await it.open('/runs')
    await page.getByRole('link', { name: 'broken.html' }).click()
    await page.waitForSelector('.trouble')
    expect(await words('main')).toContain('no-article; give the text')
  })

  test('what the ledger does not hold is said, with where to look instead', async () => {
    const { page } = it
    for (const path of ['/pair/ATL/BLR', '/actor/state%3AATL']) {
      await page.goto(it.origin + path)
      await page.getByRole('heading', { name: 'Not in this ledger' }).waitFor()
      expect(await words('main')).toContain('ATL')
      expect(await page.getByRole('link', { name: 'Search for it' }).getAttribute('href')).toMatch(/^\/search\?q=/)
    }
    // The browser says so itself when an answer is not there.
    it.wrong.splice(0, it.wrong.length, ...it.wrong.filter((line) => !/status of 404/.test(line)))
  })

  test('the page asked nobody else, kept to its policy, and threw nothing', () => expect(it.wrong).toEqual([]))
})
