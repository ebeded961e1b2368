// The embedded store alone, on made data: events a CPU second from raw documents and ready rows to settled events and entries, bytes a document, look-ups.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EFFECTS, madeDocument, sequence } from './made.mjs'
import { besidesRaw, sizes } from './size.mjs'

const dist = (path) => new URL(`../packages/demarche/dist/${path}`, import.meta.url).href
const { openSqlite } = await import(dist('store/index.js'))
const { holdingOn } = await import(dist('ledger/index.js'))
const BATCH = Number(process.env.BATCH ?? 500)

/**
 * Measures the store with `count` documents of three claims. The file is kept when `keep` names one; with `minutes` it stops filling it after so long, and goes on where it was
 * when it is called again.
 */
export async function storeBench(count, say, keep, minutes) {
  const folder = keep === undefined ? mkdtempSync(join(tmpdir(), 'demarche-bench-')) : undefined
  const path = keep ?? join(folder, 'ledger.db')
  try {
    if (!(await fill(path, count, say, minutes))) return
    await lookUp(path, count, say)
    if (process.env.SIZES) for (const { name, bytes } of sizes(path).rows) say(`  ${name}`, (bytes / count).toFixed(1), 'bytes a document')
    say('store: file', Math.round(statSync(path).size / 1e6), 'MB')
    say('store: besides the raw documents', Math.round(besidesRaw(sizes(path))), 'bytes a document')
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether all documents are there and settled. What was spent so far stands beside a file that is kept. */
async function fill(path, count, say, minutes = Infinity) {
  const end = performance.now() + minutes * 60_000
  const store = openSqlite({ path, access: 'write', effects: EFFECTS })
  const before = `${path}.spent.json`
  const spent = existsSync(before) ? JSON.parse(readFileSync(before, 'utf8')) : { put: 0, commit: 0, settle: 0 }
  const there = await store.counts()
  let n = there.documents - there.waiting
  const timed = async (name, work) => {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    spent[name] += (user + system) / 1e6
  }
  for (; n < count && performance.now() < end; n += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - n) }, (_, i) => madeDocument(n + i))
    await timed('put', () => store.put(rows.map(({ id, input, article }) => ({ id, input, article }))))
    await timed('commit', () =>
      store.commit(
        rows.map((row) => ({ id: row.id, row })),
        'bench',
      ),
    )
  }
  await timed('settle', () => store.settle())
  const { documents, claims, events, entries } = await store.counts()
  await store.close()
  writeFileSync(before, JSON.stringify(spent))
  const all = spent.put + spent.commit + spent.settle
  say('store: documents', documents, `with ${claims} claims, ${events} events, ${entries} entries`)
  say('store: in all', Math.round(events / all), 'events a CPU second')
  for (const [name, seconds] of Object.entries(spent)) say(`store: ${name}`, seconds.toFixed(1), 'CPU s')
  say('store: memory', Math.round(process.memoryUsage().rss / 1e6), 'MB')
  return documents >= count
}

async function lookUp(path, count, say) {
  const store = openSqlite({ path, access: 'read', effects: EFFECTS })
  const next = sequence(42)
  const questions = Array.from({ length: 200 }, () => {
    const { actors, claims, article } = madeDocument(Math.floor(next() * count))
    const words = article.text
      .split(/[ .]+/)
      .filter(Boolean)
      .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    return { pair: [claims[0].actors[0].actor, claims[0].recipients[0].actor], actor: actors[0].id, word: words[0] }
  })
  const median = async (name, ask) => {
    const times = []
    let rows = 0
    for (const it of questions) {
      const start = performance.now()
      rows += await ask(it)
      times.push(performance.now() - start)
    }
    times.sort((a, b) => a - b)
    say(`look-up: ${name}`, times[100].toFixed(2), `ms median, ${times[190].toFixed(1)} ms of 95 in 100 (${(rows / 200).toFixed(1)} rows)`)
  }
  const pair = ({ pair: [a, b] }) => [[a], [b]]
  await median('time line of a pair', async (it) => (await store.events({ pair: pair(it), limit: 10_000 })).events.length)
  await median('state of a pair on a day', async (it) => holdingOn(await store.entries(pair(it)), '2022-03-01').length)
  await median('the same as known on a day', async (it) => holdingOn(await store.entries(pair(it), '2022-03-01'), '2022-03-01').length)
  await median('50 newest events of an actor', async (it) => (await store.events({ actor: [it.actor], limit: 50 })).events.length)
  await median('a rare word', async (it) => (await store.events({ text: it.word, limit: 20 })).events.length)
  await store.close()
}
