import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openSqlite } from 'demarche/store'
import pg from 'pg'
import { openJetStream, openPostgres } from '../dist/index.js'
import { coded, EFFECTS, madeDocuments } from './made.mjs'
import { PATIENCE } from './pace.mjs'
import { randomFrom } from './random.mjs'

const WORKER = fileURLToPath(new URL('worker.mjs', import.meta.url))
const DOCUMENTS = 60
const DEADLINE_MS = 120_000
const CODER = 'made 1'

/** Where a worker can be made to die. */
const POINTS = [
  'after take',
  'after find',
  'before commit',
  'after commit',
  'before ack',
  'after ack',
  'before settle',
  'after settle',
  'after unmarked',
  'after announce',
  'sql DELETE FROM claim',
  'sql COPY claim',
  'sql+ COPY claim',
  'sql INSERT INTO dirty_block',
  'sql+ INSERT INTO batch',
  'sql COMMIT',
  'sql+ COMMIT',
  'sql FOR UPDATE SKIP LOCKED',
  'sql+ DELETE FROM dirty_block',
  'sql DELETE FROM event',
  'sql+ COPY event',
  'sql COPY entry',
  'sql+ DELETE FROM entry',
]

/** Everything that is derived, as bytes. */
async function exported(store) {
  const events = []
  for await (const event of store.allEvents()) events.push(event)
  const rows = []
  for await (const row of store.rows()) rows.push(row)
  return JSON.stringify([events, await store.entries([]), rows, await store.counts()])
}

async function expectedOf(documents) {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-proof-'))
  const store = openSqlite({ path: join(folder, 'a.db'), access: 'write', effects: EFFECTS })
  await store.put(documents)
  await store.commit(documents.map(coded), CODER)
  await store.settle()
  const bytes = await exported(store)
  await store.close()
  rmSync(folder, { recursive: true })
  return bytes
}

const ask = async (url, sql) => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end().catch(() => {})
  }
}
/** Does work again until it succeeds: servers are killed at any moment. */
async function surely(work, deadline) {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Wrong || performance.now() > deadline) throw error
      await pause(30)
    }
  }
}

/** One run: workers, broker and database are killed as the seed says; the result must be that of one quiet process. Returns what was killed. */
export async function killRun(seed, { postgres, nats }) {
  const random = randomFrom(seed)
  const documents = madeDocuments(seed, DOCUMENTS)
  const deadline = performance.now() + DEADLINE_MS
  const base = `run_${seed}`
  await surely(() => ask(postgres.url, `CREATE DATABASE ${base} TEMPLATE proof`), deadline)
  const url = postgres.url.replace(/[^/]+$/, base)
  const address = `${nats.url}/${base}`
  const mute = random.chance(0.2)
  const killed = mute ? ['mute'] : []
  const workers = new Map()
  let over = false
  const start = (name, point, time) => {
    const child = spawn(process.execPath, [WORKER, url, address, name, point, String(time), ...(mute ? ['mute'] : [])], {
      stdio: ['ignore', 'ignore', process.env['SAY'] ? 'inherit' : 'ignore'],
    })
    workers.set(name, child)
    child.on('exit', (code, signal) => {
      if (signal === 'SIGKILL' && point !== 'never') killed.push(`${name} ${point} (${time})`)
      // Whoever ended before the end is started again, and dies no more.
      if (!over) start(name, 'never', 0)
    })
  }
  try {
    // Who stores may die before it announces: some documents are left to the sweeper.
    const store = await openPostgres({ url, access: 'write', effects: EFFECTS, connections: 2 })
    const log = await openJetStream({ url: address, patience: PATIENCE })
    await store.put(documents)
    const announced = documents.filter(() => random.chance(0.9)).map(({ id }) => id)
    await log.announce(announced, CODER)
    await Promise.all([store.close(), log.close()])

    for (const name of ['a', 'b']) start(name, random.chance(0.75) ? random.of(POINTS) : 'never', 1 + random.below(2))
    for (let i = random.below(3); i > 0; i--) {
      await pause(random.below(500))
      const victim = random.of(['a', 'b', 'broker', 'broker', 'database'])
      killed.push(victim)
      if (victim === 'a' || victim === 'b') workers.get(victim).kill('SIGKILL')
      else {
        const server = victim === 'broker' ? nats : postgres
        await server.kill()
        await pause(random.below(200))
        await server.start()
      }
    }
    const waiting = async () => Number((await ask(url, "SELECT count(*) AS n FROM document WHERE state = 'waiting'"))[0].n)
    while ((await surely(waiting, deadline)) > 0) {
      if (performance.now() > deadline)
        throw new Error(`run ${seed}: ${await waiting()} documents were not done in time (${killed.join(', ')})`)
      await pause(40)
    }
    over = true
    await Promise.all(
      [...workers.values()].map((child) => {
        if (child.exitCode !== null || child.signalCode !== null) return undefined
        child.kill('SIGTERM')
        const timer = setTimeout(() => child.kill('SIGKILL'), 20_000)
        return new Promise((resolve) => child.once('exit', resolve)).finally(() => clearTimeout(timer))
      }),
    )
    return await surely(() => judge(seed, url, documents, killed), deadline)
  } finally {
    over = true
    for (const child of workers.values()) child.kill('SIGKILL')
    await surely(() => ask(postgres.url, `DROP DATABASE IF EXISTS ${base} WITH (FORCE)`), deadline)
  }
}

class Wrong extends Error {}

async function judge(seed, url, documents, killed) {
  const store = await openPostgres({ url, access: 'write', effects: EFFECTS, connections: 2 })
  try {
    await store.settle()
    const [found, expected, faults] = [await exported(store), await expectedOf(documents), await store.verify()]
    const batches = await ask(url, 'SELECT documents FROM batch')
    const committed = batches.flatMap((it) => JSON.parse(it.documents).map(([id]) => id))
    const wrong = [
      ...(found === expected ? [] : ['the exports differ']),
      ...faults,
      ...(committed.length === documents.length ? [] : [`${committed.length} commits of ${documents.length} documents`]),
      ...(new Set(committed).size === documents.length ? [] : ['a document was lost']),
    ]
    if (wrong.length > 0) throw new Wrong(`run ${seed} (${killed.join(', ')}): ${wrong.join('; ')}`)
    return killed
  } catch (error) {
    if (!(error instanceof Wrong)) throw error
    return Promise.reject(error)
  } finally {
    await store.close()
  }
}

/** Runs so many seeds. Returns the sentences of what went wrong. */
export async function kills(runs, first, servers, say, until = Infinity) {
  await ask(servers.postgres.url, 'CREATE DATABASE proof')
  await (await openPostgres({ url: servers.postgres.url.replace(/[^/]+$/, 'proof'), access: 'write', effects: EFFECTS })).close()
  const wrong = []
  const deaths = new Map()
  for (let seed = first; seed < first + runs; seed++) {
    if (performance.now() > until) {
      say(`the time is over after ${seed - first} of ${runs} runs`)
      break
    }
    try {
      const killed = await killRun(seed, servers)
      for (const it of killed) {
        const what = it
          .replace(/^[ab] /, 'worker: ')
          .replace(/ \(\d\)$/, '')
          .replace(/^[ab]$/, 'worker at random')
          .replace('mute', '(workers without signs of life)')
        deaths.set(what, (deaths.get(what) ?? 0) + 1)
      }
    } catch (error) {
      wrong.push(error instanceof Error ? error.message : String(error))
      say(wrong.at(-1))
    }
    if ((seed - first + 1) % 10 === 0) say(`${seed - first + 1} runs, ${wrong.length} wrong`)
  }
  for (const [what, count] of [...deaths].toSorted()) say(`  killed ${String(count).padStart(3)} × ${what}`)
  return wrong
}
