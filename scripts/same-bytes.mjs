#!/usr/bin/env node
// The same documents give the same exports, byte for byte: with one worker, two or eight, with files in any order, all at once or one by one, after kills at random
// moments, and when a ledger is rebuilt from its raw documents.
//   npm run build && node scripts/same-bytes.mjs [--orders 3] [--kills 8] [--seed 1]
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '3' },
    kills: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
  },
})
const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const bin = here('../packages/demarche/bin/demarche.js')
const folder = mkdtempSync(join(tmpdir(), 'demarche-same-bytes-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

let state = Number(values.seed) >>> 0
const random = (below) => {
  state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0
  return state % below
}
const shuffled = (items) => {
  const all = [...items]
  for (let i = all.length - 1; i > 0; i--) {
    const j = random(i + 1)
    ;[all[i], all[j]] = [all[j], all[i]]
  }
  return all
}

const run = (...args) => execFileSync('node', [bin, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 28 })
const examples = here('../examples/')
const names = readdirSync(examples)
  .filter((it) => it.endsWith('.jsonl'))
  .toSorted()
const given = names.map((name) => join(examples, name))
const articles = given.flatMap((path) => readFileSync(path, 'utf8').trim().split('\n'))

/** What an export of a ledger holds: the digest of each of its files. The ledger must verify. */
function released(name) {
  const db = join(folder, `${name}.db`)
  run('verify', '--db', db)
  run('export', '--db', db, '--format', 'csv,jsonl,gdelt,panels', '--out', join(folder, `${name}-out`))
  return readFileSync(join(folder, `${name}-out`, 'SHA256SUMS'), 'utf8')
}

const ingest = (name, files, threads) => run('ingest', '--db', join(folder, `${name}.db`), '--threads', String(threads), ...files)

/** Ingests in a process that is killed, again and again, each time a little later; returns how often it died. */
async function killed(name, files) {
  let deaths = 0
  for (let i = 0; i < Number(values.kills); i++) {
    const args = [bin, 'ingest', '--db', join(folder, `${name}.db`), '--threads', '2', ...files]
    const child = spawn('node', args, { stdio: 'ignore' })
    const timer = setTimeout(() => child.kill('SIGKILL'), 150 + i * 250 + random(400))
    const [, signal] = await new Promise((resolve) => child.on('close', (...how) => resolve(how)))
    clearTimeout(timer)
    if (signal === 'SIGKILL') deaths++
  }
  ingest(name, files, 2)
  return deaths
}

ingest('one', given, 1)
const sums = released('one')
let wrong = 0
const check = (name, what) => {
  const now = released(name)
  const same = now === sums
  if (!same) wrong++
  console.log(`${what}: ${same ? 'the same bytes' : 'OTHER BYTES'}`)
}
for (const threads of [2, 8]) {
  ingest(`threads-${threads}`, given, threads)
  check(`threads-${threads}`, `${threads} workers`)
}
for (let i = 0; i < Number(values.orders); i++) {
  ingest(`order-${i}`, shuffled(given), 1 + random(8))
  check(`order-${i}`, `files in another order (${i + 1})`)
}
for (const path of shuffled(given)) ingest('portions', [path], 2)
check('portions', 'one file after the other')
const deaths = await killed('killed', given)
check('killed', `after ${deaths} kills`)
run('rebuild', '--db', join(folder, 'killed.db'), '--threads', '2', '--out', join(folder, 'rebuilt.db'))
check('rebuilt', 'rebuilt from the raw documents')
console.log(`${articles.length} articles, ${sums.trim().split('\n').length} files an export, ${wrong} wrong (seed ${values.seed})`)
process.exitCode = wrong > 0 || deaths === 0 ? 1 : 0
