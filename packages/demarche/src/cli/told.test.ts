import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ledgerEffects, loadPipeline } from '../pipeline.js'
import { codedText, hold } from '../serve/coded.test.suite.js'
import type { DocumentRow } from '../spec/index.js'
import { openSqlite } from '../store/index.js'
import { mentionsBy, toldBy } from './told.js'

const folder = mkdtempSync(join(tmpdir(), 'demarche-told-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pipeline = loadPipeline()
const row = (id: string, published: string, text: string): DocumentRow => codedText(pipeline, id, text, published)

test('what several articles tell is shown with its events, and why these are several', async () => {
  const rows = [
    row('a', '2024-03-05', 'Norway expelled two Chilean diplomats on Monday. The diplomats had taken pictures of a Norwegian harbour.'),
    row('b', '2024-03-06', 'Norway expelled two Chilean diplomats on Monday over pictures of a Norwegian harbour, its government said.'),
    row('c', '2024-03-20', 'Norway expelled a Chilean diplomat on Tuesday, the third over the pictures of the Norwegian harbour.'),
    row('e', '2024-03-08', 'Sailors from Perth crossed two oceans in a small boat, and slept little.'),
    row('f', '2024-03-09', 'Snow fell in the hills above Turin, where roads were shut until noon.'),
    row('g', '2024-03-10', 'Farmers near Nairobi sold more tea than last year, at a lower price.'),
    row('d', '2024-03-07', 'Bakers in Lima bake bread with seeds, and the bread is dear.'),
  ]
  const store = openSqlite({ path: join(folder, 'a.db'), access: 'write', effects: ledgerEffects() })
  await hold(store, rows, '1')
  const [first, ...others] = await toldBy(store, rows, false)
  expect(first?.told.map(({ document, word }) => [document, word])).toEqual(['a', 'b', 'c'].map((id) => [id, 'expelled']))
  const [one, two, three] = first!.told.map(({ event }) => event)
  expect([one === two, one === three]).toEqual([true, false])
  expect(first?.apart).toEqual([{ event: three, from: one, why: 'days are 15 apart' }])
  // What no rule codes is told only when it is asked for.
  const all = await toldBy(store, rows, true)
  expect([others, all].map((it) => it.some(({ told }) => told.some(({ word }) => word === 'pictures')))).toEqual([false, true])
  expect(all.some(({ told }) => told.some(({ document }) => document === 'd'))).toBe(false)
  // Every mention of one story by one family of words is one happening, whatever the ledger makes of it.
  const mentions = await mentionsBy(store, rows)
  expect(mentions.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  const expulsions = mentions.flatMap((it, i) =>
    it.mentions.filter(({ span }) => rows[i]!.article.text.slice(span.from, span.to) === 'expelled'),
  )
  expect(expulsions.map(({ ledger }) => ledger)).toEqual([one, two, three])
  expect(new Set(expulsions.map(({ event }) => event)).size).toBe(1)
  expect(expulsions.every(({ claim }) => claim !== undefined)).toBe(true)
  const bread = mentions.find(({ id }) => id === 'd')!.mentions
  expect(bread.length).toBeGreaterThan(3)
  expect(bread.some(({ ledger }) => ledger !== undefined)).toBe(false)
  await store.close()
})
