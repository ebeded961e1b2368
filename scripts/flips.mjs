#!/usr/bin/env node
// Flips single bits of a ledger and of an export, one at a time, and asks `verify` each time: every flip must be reported.
//   node scripts/flips.mjs [--flips 1000] [--seed 1]
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { flips: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } } })
let state = Number(values.seed) >>> 0
const random = (below) => {
  state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0
  return state % below
}
const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'demarche-flips-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const bin = here('../packages/demarche/bin/demarche.js')
const db = join(folder, 'sound.db')
const out = join(folder, 'release')
execFileSync('node', [bin, 'ingest', '--db', db, here('../examples/armenia-azerbaijan.jsonl')], { stdio: 'ignore' })
execFileSync('node', [bin, 'export', '--db', db, '--format', 'all', '--out', out], { stdio: 'ignore' })

const { openSqlite } = await import('../packages/demarche/dist/store/index.js')
const { faultsOfRelease } = await import('../packages/demarche/dist/export/index.js')
const { ledgerEffects } = await import('../packages/demarche/dist/pipeline.js')
const effects = ledgerEffects()

/** What is told of a ledger: its faults, or the error that it cannot even be opened. */
async function ledgerFaults(path) {
  try {
    const store = openSqlite({ path, access: 'read', effects })
    try {
      return await store.verify()
    } finally {
      await store.close()
    }
  } catch (error) {
    return [error.name === 'Problem' ? error.message : `untyped: ${error.message}`]
  }
}

const sound = readFileSync(db)
const trial = join(folder, 'trial.db')
const files = readdirSync(out)
const tally = { store: 0, release: 0, missed: 0, untyped: 0 }
for (let i = 0; i < Number(values.flips); i++) {
  const inStore = i % 2 === 0
  const name = inStore ? trial : join(out, files[random(files.length)])
  const bytes = inStore ? Buffer.from(sound) : readFileSync(name)
  if (bytes.length === 0) continue
  const [at, bit] = [random(bytes.length), 1 << random(8)]
  bytes[at] ^= bit
  writeFileSync(name, bytes)
  if (inStore) copyFileSync(`${db}.seal`, `${trial}.seal`)
  const faults = inStore ? await ledgerFaults(trial) : faultsOfRelease(out)
  tally[inStore ? 'store' : 'release']++
  if (faults.length === 0) {
    tally.missed++
    console.log(`not reported: bit ${bit} of byte ${at} of ${name}`)
  }
  if (faults.some((it) => it.startsWith('untyped'))) {
    tally.untyped++
    console.log(faults[0])
  }
  bytes[at] ^= bit
  if (inStore) for (const end of ['', '-wal', '-shm']) rmSync(trial + end, { force: true })
  else writeFileSync(name, bytes)
}
console.log(
  `${tally.store} flips in a ledger, ${tally.release} in an export: ${tally.missed} not reported, ${tally.untyped} untyped errors (seed ${values.seed})`,
)
process.exitCode = tally.missed + tally.untyped > 0 ? 1 : 0
