#!/usr/bin/env node
// Kills a writer of a ledger at seeded points (before and after each statement in turn, and at random moments) during ingest, merge, migration and backup; then
// checks that nothing acknowledged is lost, nothing stands twice, the ledger verifies, and a resumed run gives the same bytes as one that was never killed.
//   node scripts/kill/main.mjs [--points 200] [--seed 1]
import { execFile, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { serialize } from 'node:v8'

const { values } = parseArgs({ options: { points: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } } })
const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'demarche-kill-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

// A small generator with a seed, so that every run can be had again.
let state = Number(values.seed) >>> 0
const random = (below) => {
  state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0
  return state % below
}

const { openSqlite } = await import('../../packages/demarche/dist/store/index.js')
const { ledgerEffects } = await import('../../packages/demarche/dist/pipeline.js')
const effects = ledgerEffects()
const coded = join(folder, 'rows.jsonl')
const articles = [here('../../examples/armenia-azerbaijan.jsonl')]
writeFileSync(
  coded,
  execFileSync('node', [here('../../packages/demarche/bin/demarche.js'), 'code', '--jsonl', ...articles], { maxBuffer: 2 ** 28 }),
)

writeFileSync(`${coded}.effects`, serialize(effects))

/** All that a ledger tells, as one digest; it must verify. */
async function contentOf(path) {
  const store = openSqlite({ path, access: 'read', effects })
  const hash = createHash('sha256')
  const faults = await store.verify()
  if (faults.length > 0) throw new Error(faults.join('; '))
  const add = (it) => hash.update(`${JSON.stringify(it)}\n`)
  for await (const it of store.rows()) add(it)
  for await (const it of store.allEvents()) add(it)
  for (const it of await store.entries([])) add(it)
  const counts = await store.counts()
  add(counts)
  await store.close()
  return { digest: hash.digest('hex'), counts }
}

const run = promisify(execFile)
const child = (path, what, point) => run('node', [here('child.mjs'), path, coded, what, String(point)])

/** Runs a writer that dies; returns what it acknowledged. */
const dying = (path, what, point, moment) =>
  new Promise((resolve) => {
    const writer = spawn('node', [here('child.mjs'), path, coded, what, String(point)], { stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    let killer
    writer.stdout.on('data', (part) => {
      said += part
      if (moment !== undefined) killer ??= setTimeout(() => writer.kill('SIGKILL'), moment)
    })
    writer.on('close', (_, signal) => {
      clearTimeout(killer)
      resolve({ said: said.split('\n').slice(0, -1), killed: signal === 'SIGKILL' })
    })
  })

async function acknowledgedIsThere(path, said) {
  const store = openSqlite({ path, access: 'write', effects })
  try {
    for (const line of said) {
      const [word, ...ids] = line.split(' ')
      if (word !== 'put' && word !== 'commit') continue
      for (const id of ids) {
        const found = await store.document(id)
        if (!found) throw new Error(`${id} was acknowledged and is lost`)
        if (word === 'commit' && found.state !== 'coded') throw new Error(`${id} was acknowledged as coded and is ${found.state}`)
      }
    }
    for await (const { id, state: is } of store.documents('coded'))
      if (!(await store.row(id))) throw new Error(`${id} is ${is} without a row`)
    const faults = await store.verify()
    if (faults.length > 0) throw new Error(faults.join('; '))
  } finally {
    await store.close()
  }
}

const clean = join(folder, 'clean.db')
await child(clean, 'ingest', 0)
const wanted = await contentOf(clean)
// How many statements a whole run has: the points are spread over them.
let statements = 64
while ((await dying(join(folder, `count-${statements}.db`), 'ingest', statements)).killed && statements < 100_000) statements *= 2

const KINDS = ['ingest', 'ingest', 'ingest', 'moment', 'migration', 'backup']
const tally = { points: 0, killed: 0, wrong: 0 }
async function one(number) {
  const kind = KINDS[number % KINDS.length]
  const path = join(folder, `${number}.db`)
  const fail = (error) => {
    tally.wrong++
    console.log(`point ${number} (${kind}, seed ${values.seed}): ${error.message}`)
  }
  try {
    if (kind === 'migration') await child(path, 'old', 0)
    if (kind === 'backup') await child(path, 'ingest', 0)
    const point = kind === 'moment' ? 0 : kind === 'ingest' ? 1 + random(statements) : 1 + random(24)
    const { said, killed } = await dying(
      path,
      kind === 'backup' ? 'backup' : 'ingest',
      point,
      kind === 'moment' || kind === 'backup' ? random(150) : undefined,
    )
    tally.points++
    if (killed) tally.killed++
    if (existsSync(path)) await acknowledgedIsThere(path, said)
    if (kind === 'backup' && said.includes('backup')) {
      const copy = await contentOf(`${path}.copy`)
      if (copy.digest !== wanted.digest) throw new Error('the finished backup is another')
    }
    await child(path, 'ingest', 0)
    const now = await contentOf(path)
    if (now.digest !== wanted.digest)
      throw new Error(`the resumed ledger is another: ${JSON.stringify(now.counts)} for ${JSON.stringify(wanted.counts)}`)
  } catch (error) {
    fail(error)
  }
  for (const end of ['', '-wal', '-shm', '.seal', '.copy', '.copy-journal']) rmSync(path + end, { force: true })
}

const points = Number(values.points)
let next = 0
const lane = async () => {
  while (next < points) await one(next++)
}
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, lane))
console.log(`${tally.points} points of death, ${tally.killed} deaths, ${tally.wrong} wrong (seed ${values.seed})`)
process.exitCode = tally.wrong > 0 || tally.killed < points / 2 ? 1 : 0
