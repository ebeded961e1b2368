#!/usr/bin/env node
// What more threads, a broker and a shared store cost, and what a year of a billion documents takes:
//   npm run bench -- scale                       all parts
//   npm run bench -- scale flat --documents 200000
// Costs are CPU seconds, which a busy machine hardly moves; only the speed-up of two threads is a matter of the clock, and says how busy the machine was.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { longArticles, madeArticles } from '../packages/cluster/proof/articles.mjs'
import { mainThread, processTree } from './processes.mjs'
import { coresFor, simulateYear } from './year.mjs'

const dist = (path) => new URL(`../packages/demarche/dist/${path}`, import.meta.url).href
const { codeWaiting, codeOne } = await import(dist('cli/coding.js'))
const { handsFor } = await import(dist('cli/hands/index.js'))
const { coderVersion, ledgerEffects } = await import(dist('pipeline.js'))
const { openSqlite } = await import(dist('store/index.js'))
const { memoryLog, newTally, work } = await import(dist('work/index.js'))

const words = process.argv.slice(2)
const option = (name, otherwise) => (words.includes(`--${name}`) ? Number(words[words.indexOf(`--${name}`) + 1]) : otherwise)
const say = (name, value, unit) => console.log(`${name.padEnd(52)} ${String(value).padStart(12)} ${unit}`)
const cpuNow = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
const megabytes = () => Math.round(process.memoryUsage.rss() / 1e6)

const long = (count) => [...longArticles(13, count)].map(raw)
const raw = ({ id, published, publisher, text }) => ({
  id,
  input: { path: 'bench' },
  article: { text, removed: [], related: [], ...(publisher ? { publisher } : {}), published: { day: published, basis: 'given' } },
})
const count = (documents) => documents.reduce((sum, { article }) => sum + article.text.split(/\s+/).length, 0) / documents.length

const temporary = async (work) => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-scale-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
const measured = { perCore: 12, bytes: 12_000 }

/** Documents a second with so many threads, once they have started, and CPU seconds a document: of all threads, and of the one that commits. */
async function ingest(documents, threads) {
  return temporary(async (folder) => {
    const store = openSqlite({ path: join(folder, 'a.db'), access: 'write', effects: ledgerEffects() })
    await store.put(documents)
    // The first tenth is for starting: the models are loaded, the code is compiled.
    const first = Math.floor(documents.length / 10)
    let begin
    let end
    await codeWaiting(store, coderVersion(), { threads }, (coded) => {
      const now = { coded, at: performance.now(), cpu: cpuNow(), main: mainThread() }
      if (!begin && coded >= first) begin = now
      end = now
    })
    await store.close()
    const done = end.coded - begin.coded
    return { rate: done / ((end.at - begin.at) / 1000), cpu: (end.cpu - begin.cpu) / done, main: (end.main - begin.main) / done }
  })
}

const parts = {
  async threads() {
    const documents = long(option('documents', 600))
    const rates = [0, 0]
    let one
    let two
    // In turns, and the best of each: what else the machine does falls on both.
    for (let i = 0; i < option('turns', 2); i++) {
      one = await ingest(documents, 1)
      two = await ingest(documents, 2)
      rates[0] = Math.max(rates[0], one.rate)
      rates[1] = Math.max(rates[1], two.rate)
    }
    say('words a document', Math.round(count(documents)), '')
    say('one thread', rates[0].toFixed(1), 'documents/s by the clock')
    say('two threads', rates[1].toFixed(1), `documents/s by the clock (load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores)`)
    say('speed-up of two threads, by the clock', (rates[1] / rates[0]).toFixed(2), 'times')
    // One thread codes while the main thread commits beside it; two share two cores with it.
    const coding = two.cpu - two.main
    say('CPU of coding', (coding * 1000).toFixed(2), 'ms a document')
    say('CPU of the committing thread', (two.main * 1000).toFixed(2), 'ms a document')
    say(
      'speed-up of two threads, by CPU on two free cores',
      Math.min(2, (2 * (one.cpu - one.main)) / (coding + two.main)).toFixed(2),
      'times',
    )
    measured.perCore = 1 / two.cpu
  },

  async engine() {
    const { startNats, startPostgres, withoutNats, withoutPostgres } = await import('../packages/cluster/dist/servers.test.suite.js')
    const without = withoutPostgres ?? withoutNats
    if (without) return console.log(`broker and shared store are not measured: ${without}`)
    const { openJetStream, openPostgres } = await import('../packages/cluster/dist/index.js')
    const [postgres, nats] = await Promise.all([startPostgres(), startNats()])
    const store = await openPostgres({ url: postgres.url, access: 'write', effects: ledgerEffects() })
    const log = await openJetStream({ url: nats.url })
    try {
      const count = option('documents', 800)
      const clock = () => ({ main: mainThread(), all: cpuNow(), postgres: processTree(postgres.pid()), nats: processTree(nats.pid()) })
      const since = (before, after = clock()) =>
        Object.fromEntries(Object.keys(before).map((key) => [key, ((after[key] - before[key]) * 1000) / count]))
      // First without broker and store: what is left of the main thread is handing documents to threads.
      const documents = long(count)
      const empty = {
        ...store,
        find: async (ids) => ids.map((id) => documents[Number(id.slice(5))]),
        commit: async () => {},
        settle: async () => 0,
      }
      const bare = await run(empty, memoryLog({ patience: 60_000, now: () => performance.now() }), documents, clock)
      const before = clock()
      for (let i = 0; i < count; i += 256) await store.put(documents.slice(i, i + 256))
      // Events and entries are derived at the end, to be measured by themselves.
      const real = await run({ ...store, settle: async () => 0 }, log, documents, clock)
      const all = since(before)
      const middle = clock()
      await store.settle()
      const derived = since(middle)
      const { claims, events, entries } = await store.counts()
      const coding = real.all - real.main
      const client = all.main - (all.main > bare.main ? bare.main : 0)
      const ms = (name, value) => say(name, value.toFixed(2), 'CPU ms a document')
      ms('coding', coding)
      ms('handing to threads', bare.main)
      ms('clients of store and broker', client)
      ms('PostgreSQL', all.postgres)
      ms('nats-server', all.nats)
      say('broker and store beside coding', (((client + all.postgres + all.nats) / coding) * 100).toFixed(1), '%')
      ms('deriving events and entries, client and PostgreSQL', derived.main + derived.postgres)
      const sizes = await query(postgres.url, "SELECT pg_database_size(current_database()) AS size, pg_database_size('template1') AS bare")
      measured.bytes = Math.round((Number(sizes[0].size) - Number(sizes[0].bare)) / count)
      say(
        'shared store',
        measured.bytes,
        `bytes a document (${claims} claims, ${events} events, ${entries} entries; raw and coded rows included)`,
      )
      measured.perCore = 1000 / (coding + bare.main + client + derived.main)
    } finally {
      await Promise.all([log.close(), store.close()])
      await Promise.all([postgres.stop(), nats.stop()])
    }

    async function run(through, from, documents, clock) {
      const hands = handsFor({ threads: 1 })
      const code = (some) => Promise.all(some.map((it) => codeOne(hands, it)))
      await code(documents.slice(0, 20))
      const before = clock()
      for (let i = 0; i < documents.length; i += 256)
        await from.announce(
          documents.slice(i, i + 256).map(({ id }) => id),
          coderVersion(),
        )
      const stop = new AbortController()
      const tally = newTally()
      const watch = setInterval(() => tally.coded + tally.refused >= documents.length && stop.abort(), 50)
      const options = {
        coder: coderVersion(),
        name: 'bench',
        threads: 1,
        tally,
        now: () => performance.now(),
        say: () => {},
        stop: stop.signal,
      }
      await work({ ...options, store: through, log: from, code })
      clearInterval(watch)
      const after = clock()
      await hands.close()
      return Object.fromEntries(Object.keys(before).map((key) => [key, ((after[key] - before[key]) * 1000) / documents.length]))
    }
  },

  async flat() {
    const total = option('documents', 4000)
    const step = Math.max(1000, Math.floor(total / 20))
    await temporary(async (folder) => {
      const path = join(folder, 'a.db')
      const store = openSqlite({ path, access: 'write', effects: ledgerEffects() })
      let batch = []
      for (const article of madeArticles(11, total)) if (batch.push(raw(article)) === 1000) await store.put(batch.splice(0))
      await store.put(batch)
      let last = { coded: 0, cpu: cpuNow() }
      const costs = []
      await codeWaiting(store, coderVersion(), { threads: option('threads', 1) }, (coded) => {
        if (coded - last.coded < step) return
        const now = { coded, cpu: cpuNow() }
        costs.push({ ms: ((now.cpu - last.cpu) * 1000) / (coded - last.coded), memory: megabytes() })
        say(`after ${coded} documents`, costs.at(-1).ms.toFixed(2), `CPU ms a document, ${costs.at(-1).memory} MB`)
        last = now
      })
      const settling = cpuNow() - last.cpu
      const { claims, events } = await store.counts()
      await store.close()
      say('settling at the end', settling.toFixed(1), `CPU s (${claims} claims, ${events} events)`)
      say('embedded store', Math.round(statSync(path).size / total), 'bytes a document')
      const half = Math.floor(costs.length / 2)
      const mean = (some, key) => some.reduce((sum, it) => sum + it[key], 0) / some.length
      // The first step pays for starting.
      const [early, late] = [costs.slice(1, half), costs.slice(half)]
      if (early.length > 0) {
        say('second half beside the first: CPU a document', (mean(late, 'ms') / mean(early, 'ms')).toFixed(2), 'times')
        say('second half beside the first: memory', (mean(late, 'memory') / mean(early, 'memory')).toFixed(2), 'times')
      }
    })
  },

  async year() {
    const perCore = option('per-core', measured.perCore)
    const bytes = option('bytes', measured.bytes)
    const wanted = { documents: 1e9, perCore }
    say('a core codes', perCore.toFixed(1), 'documents of 400 words a second')
    for (const minutes of [1, 10, 60]) {
      const cores = coresFor(wanted, minutes * 60)
      const { most, busy, prompt } = simulateYear({ ...wanted, cores })
      say(
        `cores so that nobody waits over ${minutes} min`,
        cores,
        `(${Math.round(busy * 100)} % busy, at most ${most} waiting, ${(prompt * 100).toFixed(1)} % within a minute)`,
      )
    }
    say('disk for 1e9 documents', ((bytes * 1e9) / 1e12).toFixed(1), 'TB')
    const hours = 1e9 / perCore / 3600
    say(
      'core hours for 1e9 documents',
      Math.round(hours).toLocaleString('en'),
      `h; at ${option('core-hour', 0.04)} a core hour ${Math.round(hours * option('core-hour', 0.04)).toLocaleString('en')}`,
    )
  },
}

async function query(url, sql) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

const named = Object.keys(parts).filter((it) => words.includes(it))
for (const [name, part] of Object.entries(parts)) if (named.length === 0 || named.includes(name)) await part()
