#!/usr/bin/env node
// Which mentions of events, in one or many documents, are of the same event: CoNLL F1 on ECB+ where the gold set stands beside the checkout. Two figures: the ledger's events
// alone (a mention takes the event of the claim whose trigger it overlaps), and with what no rule codes (`threads` of demarche/story).
//   npm run build && node scripts/coreference.mjs [--set FILE]
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { set: { type: 'string' }, least: { type: 'string' } } })
const at = (path) => new URL(path, import.meta.url)
const file = values.set ?? at('../../shared/gold/coreference/ecbplus-dev.jsonl')
const scorer = at('../../shared/score/tasks/coreference.mjs')
if (!existsSync(file) || !existsSync(scorer)) {
  console.log('coreference: the gold set is not here; nothing is measured')
  process.exit(0)
}
const { score } = await import(scorer.href)
const gold = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

const dist = (path) => at(`../packages/demarche/dist/${path}`).href
const { documentRow, ledgerEffects, loadPipeline, readArticle } = await import(dist('pipeline.js'))
const { articleOf } = await import(dist('doc/index.js'))
const { comparable, families } = await import(dist('cli/tellings.js'))
const { openSqlite } = await import(dist('store/index.js'))
const { threads } = await import(dist('story/index.js'))

const pipeline = loadPipeline()
const read = gold.map(({ id, text }) => ({ id, doc: readArticle(pipeline, articleOf(text)) }))

/** The events of the ledger, by document: the trigger of each claim with the event that it came into. */
async function ledger() {
  const folder = mkdtempSync(join(tmpdir(), 'coreference-'))
  const store = openSqlite({ path: join(folder, 'ledger.db'), access: 'write', effects: ledgerEffects() })
  try {
    const rows = read.map(({ id, doc }) => documentRow(id, { path: 'gold' }, doc))
    await store.put(rows.map(({ id, input, article }) => ({ id, input, article })))
    await store.commit(
      rows.map((row) => ({ id: row.id, row })),
      'gold',
    )
    await store.settle()
    const found = new Map(rows.map(({ id }) => [id, []]))
    const trigger = new Map(rows.flatMap(({ id, claims }) => claims.map((claim) => [`${id} ${claim.id}`, claim.trigger])))
    for await (const event of store.allEvents())
      for (const { id, document } of event.claims) found.get(document).push({ span: trigger.get(`${document} ${id}`), event: event.id })
    return found
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const family = families()
const articles = () => read.map(({ id, doc }) => comparable(id, doc, family))

const say = (name, rows) => {
  const figures = score(gold, rows)
  console.log(
    `${name.padEnd(34)} ${Object.entries(figures)
      .map(([key, value]) => `${key} ${value.toFixed(3)}`)
      .join('  ')}`,
  )
}
const events = await ledger()
say(
  'events of the ledger',
  gold.map(({ id }) => ({ id, mentions: events.get(id) })),
)
/** What perfect merging would give of the mentions that the ledger codes: each takes its gold event. */
const bound = gold.map(({ id, mentions }) => ({
  id,
  mentions: mentions
    .filter(({ from, to }) => events.get(id).some(({ span }) => span.from < to && from < span.to))
    .map(({ from, to, event }) => ({ span: { from, to }, event })),
}))
say('perfect merging of what is coded', bound)
const told = threads(articles(), values.least === undefined ? undefined : Number(values.least))
say(
  'with what no rule codes',
  gold.map(({ id }) => ({ id, mentions: told.get(id).map(({ from, to, event }) => ({ span: { from, to }, event })) })),
)
