#!/usr/bin/env node
// Which mentions of events, in one or many documents, are of the same event: CoNLL F1 on ECB+ where the gold set stands beside the checkout. Two figures: the ledger's events
// alone (a mention takes the event of the claim whose trigger it overlaps), and what `demarche story --mentions` says, coded or not.
//   npm run build && node scripts/coreference.mjs [--set FILE]
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { set: { type: 'string' } } })
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
const { openSqlite } = await import(dist('store/index.js'))

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
say('`demarche story --mentions`', mentioned())

/** What the program itself says of the texts, by the command line. */
function mentioned() {
  const folder = mkdtempSync(join(tmpdir(), 'coreference-'))
  try {
    const input = join(folder, 'gold.jsonl')
    writeFileSync(input, gold.map(({ id, text }) => `${JSON.stringify({ id, text })}\n`).join(''))
    const db = ['--db', join(folder, 'ledger.db')]
    const demarche = (...args) =>
      execFileSync(process.execPath, [fileURLToPath(at('../packages/demarche/bin/demarche.js')), ...args, ...db], {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
    demarche('ingest', input)
    return demarche('story', '--mentions')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
