// Keeps in bench/board.json what a run of the board says, the best peer of each figure, and how often each type of the event sets was wanted, made and right, by us and by peers.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countsOf, SETS } from './counts.mjs'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const scores = at('../../../shared/score/')
const gold = at('../../../shared/gold/')
const bin = at('../../packages/demarche/bin/demarche.js')
const FILE = at('../../bench/board.json')

/** Names of coders as their outputs are filed. */
const PEERS = { tabari: 'TABARI 0.8.4b2' }

const load = (path) => import(join(scores, path))
const rowsOf = (text) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
const round = (value) => (typeof value === 'number' && Number.isFinite(value) ? Number(value.toFixed(4)) : undefined)

/** Our claims for a set, by the command that a user runs. */
function coded(rows) {
  const folder = mkdtempSync(join(tmpdir(), 'benchmarks-'))
  try {
    const file = join(folder, 'rows.jsonl')
    writeFileSync(file, rows.map(({ id, text, published }) => `${JSON.stringify({ id, text, published })}\n`).join(''))
    return rowsOf(
      execFileSync('node', [bin, 'code', '--jsonl', file], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function countsBy(set) {
  const rows = rowsOf(readFileSync(join(gold, 'events', `${set}.jsonl`), 'utf8'))
  const { fromCameo } = await load('lib/adapters.mjs')
  const ontology = JSON.parse(readFileSync(at('../../../shared/reference/ontology.json'), 'utf8'))
  const folder = join(gold, 'peers', 'events')
  const peers = readdirSync(folder).filter((name) => name.endsWith(`.${set}.jsonl`))
  return {
    rows: rows.length,
    ours: countsOf(set, rows, coded(rows)),
    peers: Object.fromEntries(
      peers.toSorted().map((file) => {
        const [name] = file.split('.')
        // Only codes are compared in CAMEO's own examples, so that what PLOVER has no type for counts there too.
        const claims = fromCameo(rowsOf(readFileSync(join(folder, file), 'utf8')), ontology, { typed: SETS[set].unit === 'type' })
        return [PEERS[name] ?? name, countsOf(set, rows, claims)]
      }),
    ),
  }
}

/** What was kept last. */
export const kept = () => (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : { sets: [], types: {} })

/** Lays a run of the board over what was kept: sets that the run leaves out stay as they are. Without the gold sets beside the checkout it throws. */
export async function keep(file, day = new Date().toISOString().slice(0, 10)) {
  if (!existsSync(scores)) throw new Error(`${scores}: the board is not here; put the gold sets beside the checkout`)
  const { results } = JSON.parse(readFileSync(file, 'utf8'))
  const peers = (await load('lib/peers.mjs')).loadPeers()
  const { sets, types } = kept()
  const run = results.map(({ task, set, metrics }) => ({
    task,
    set,
    day,
    figures: Object.entries(metrics).map(([metric, value]) => {
      const peer = peers.best(task, set, metric)?.label
      return { metric, value: round(value), ...(peer !== undefined && { peer }) }
    }),
  }))
  const same = (a) => (b) => a.task === b.task && a.set === b.set
  const order = [...sets.map((it) => run.find(same(it)) ?? it), ...run.filter((it) => !sets.some(same(it)))]
  for (const set of Object.keys(SETS)) if (run.some((it) => it.task === 'events' && it.set === set)) types[set] = await countsBy(set)
  writeFileSync(FILE, `${JSON.stringify({ sets: order, types }, undefined, 1)}\n`)
  return order.length
}
