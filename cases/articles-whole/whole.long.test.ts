import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleFromHtml, articleFromText } from 'demarche/ingest'
import { expect, test } from 'vitest'
import { documentRow, loadPipeline, readArticle } from '../../packages/demarche/src/pipeline.js'
import { type Check, checksOf, type Reading } from './checks.js'

// Whole articles as they come scraped, of many registers, each with what a careful reader takes from it, written before the program read it. How many of each kind come out
// is pinned, and only goes up; so is how many claims no reader makes. `WHOLE=1 LONG=1 npx vitest run cases/articles-whole` prints what is wrong.
const RIGHT = { fact: 144, trap: 63, quotation: 20, time: 81, mention: 51, ledger: 26 }
const EXTRAS = 32

const articles = readdirSync(import.meta.dirname).filter((name) => /\.(?:txt|html)$/.test(name))

function codedChecks(name: string): Check[] {
  const given = readFileSync(join(import.meta.dirname, name), 'utf8')
  const reading = JSON.parse(readFileSync(join(import.meta.dirname, name.replace(/\.\w+$/, '.json')), 'utf8')) as Reading
  const article = name.endsWith('.html') ? articleFromHtml(given) : articleFromText(given)
  const dated = reading.date === null ? article : { ...article, published: { day: reading.date, basis: 'given' as const } }
  return checksOf(documentRow(name, { path: name }, readArticle(pipeline, dated)), reading)
}

const pipeline = loadPipeline()

test('whole articles give what a careful reader takes from them', () => {
  const checks = articles.flatMap((name) => codedChecks(name).map((it) => ({ ...it, name })))
  const right = (kind: Check['kind']): number => checks.filter((it) => it.kind === kind && it.wrong === undefined).length
  const extras = checks.filter((it) => it.kind === 'extra' && it.wrong !== undefined)
  if (process.env['WHOLE']) {
    for (const { name, kind, id, wrong } of checks) if (wrong !== undefined) process.stdout.write(`${name} ${kind} ${id}: ${wrong}\n`)
    for (const kind of Object.keys(RIGHT) as (keyof typeof RIGHT)[])
      process.stdout.write(`${kind} ${right(kind)} of ${checks.filter((it) => it.kind === kind).length}\n`)
    process.stdout.write(`claims that no reader makes: ${extras.length}\n`)
  }
  for (const [kind, floor] of Object.entries(RIGHT)) expect(right(kind as Check['kind']), kind).toBeGreaterThanOrEqual(floor)
  expect(extras.length).toBeLessThanOrEqual(EXTRAS)
})
