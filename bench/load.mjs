#!/usr/bin/env node
// The server under load while somebody writes: pair questions and searches over HTTP from this machine alone, as fast as so many connections ask.
//   npm run bench -- load [--documents 350000] [--seconds 20] [--connections 8] [--keep FILE]
// 350,000 made documents give about a million events. Rates and times are by the clock, so the machine must be quiet; CPU seconds of the server stand beside them.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Pool } from 'undici'
import { EFFECTS, madeDocument, sequence } from './made.mjs'

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '350000' },
    seconds: { type: 'string', default: '20' },
    connections: { type: 'string', default: '8' },
    keep: { type: 'string' },
    write: { type: 'string' },
  },
})
const { openSqlite } = await import(new URL('../packages/demarche/dist/store/index.js', import.meta.url).href)
const count = Number(values.documents)
const BATCH = 500

async function fill(path, from, to) {
  const store = openSqlite({ path, access: 'write', effects: EFFECTS })
  for (let n = from; n < to; n += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, to - n) }, (_, i) => madeDocument(n + i))
    await store.put(rows.map(({ id, input, article }) => ({ id, input, article })))
    await store.commit(
      rows.map((row) => ({ id: row.id, row })),
      'bench',
    )
    if (from > 0) await store.settle()
  }
  await store.settle()
  await store.close()
}
if (values.write) {
  // The writer: goes on until it is stopped.
  process.on('SIGTERM', () => process.exit(0))
  for (let n = count; ; n += BATCH) await fill(values.write, n, n + BATCH)
}

const folder = mkdtempSync(join(tmpdir(), 'demarche-load-'))
const path = values.keep ?? join(folder, 'ledger.db')
const cpuOf = (pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
const memoryOf = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))[1]) / 1024
const children = []
try {
  if (!existsSync(path)) await fill(path, 0, count)
  const reader = openSqlite({ path, access: 'read', effects: EFFECTS })
  console.log('ledger', await reader.counts())
  await reader.close()
  const server = spawn(
    'node',
    [fileURLToPath(new URL('../packages/demarche/bin/demarche.js', import.meta.url)), 'serve', '--db', path, '--port', '0'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  children.push(server)
  const port = await new Promise((resolve) => {
    let said = ''
    server.stderr.on('data', (part) => {
      said += part
      const found = /127\.0\.0\.1:(\d+)/.exec(said)
      if (found) resolve(Number(found[1]))
    })
  })
  const next = sequence(7)
  const questions = Array.from({ length: 500 }, () => {
    const { claims, article } = madeDocument(Math.floor(next() * count))
    const words = article.text.split(/[ .]+/).toSorted((a, b) => b.length - a.length)
    const [a, b] = [claims[0].actors[0].actor, claims[0].recipients[0].actor].map(encodeURIComponent)
    return {
      pair: `/api/events?actor=${a}&with=${b}&limit=50`,
      state: `/api/pair?a=${a}&b=${b}`,
      search: `/api/events?text=${encodeURIComponent(words[0])}&limit=20`,
    }
  })
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: Number(values.connections) })
  const load = async (name, key) => {
    const [end, cpu] = [performance.now() + Number(values.seconds) * 1000, cpuOf(server.pid)]
    const times = []
    let [at, bad] = [0, 0]
    const start = performance.now()
    const lane = async () => {
      while (performance.now() < end) {
        const begun = performance.now()
        const { statusCode, body } = await pool.request({ method: 'GET', path: questions[at++ % questions.length][key] })
        await body.dump()
        if (statusCode !== 200) bad++
        times.push(performance.now() - begun)
      }
    }
    await Promise.all(Array.from({ length: Number(values.connections) }, lane))
    const seconds = (performance.now() - start) / 1000
    times.sort((a, b) => a - b)
    const part = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1)
    console.log(
      `${name.padEnd(42)} ${(times.length / seconds).toFixed(0)}/s · ${(times.length / (cpuOf(server.pid) - cpu)).toFixed(0)} a CPU second · median ${part(0.5)} ms, p99 ${part(0.99)} ms · ${bad} not answered · ${memoryOf(server.pid).toFixed(0)} MiB`,
    )
  }
  await load('events of a pair', 'pair')
  await load('state, entries and events of a pair', 'state')
  await load('search by a word', 'search')
  const writer = spawn('node', [fileURLToPath(import.meta.url), '--write', path, '--documents', String(count)], { stdio: 'ignore' })
  children.push(writer)
  await load('events of a pair, while somebody writes', 'pair')
  await load('search by a word, while somebody writes', 'search')
  await pool.close()
} finally {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
