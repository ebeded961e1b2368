#!/usr/bin/env node
// Holds the measured quality against the floors of `cases/floors.json`. Floors only rise: `--update` raises those that were beaten and refuses to lower one
// without `--allow-regression REASON`, which is printed.
//   node scripts/floors.mjs [--tasks a,b] [--update] [--allow-regression REASON]
// Without the gold sets beside the checkout it says so and passes.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const { values: options } = parseArgs({
  options: {
    tasks: { type: 'string' },
    update: { type: 'boolean' },
    'allow-regression': { type: 'string' },
    timeout: { type: 'string', default: '600' },
  },
})
const board = at('../../shared/score/board.mjs')
const file = at('../cases/floors.json')
const cli = `node ${at('../packages/demarche/bin/demarche.js')}`

if (!existsSync(board)) {
  console.log('floors: the gold sets are not here; nothing is measured')
  process.exit(0)
}

// `epsilon`: one flipped answer moves a figure on the smallest set by about this much; a fall within it is no fall.
const { epsilon, floors } = JSON.parse(readFileSync(file, 'utf8'))
const tasks = options.tasks?.split(',') ?? [...new Set(Object.keys(floors).map((key) => key.split('/')[0]))]

function measure(task) {
  const folder = mkdtempSync(join(tmpdir(), 'floors-'))
  try {
    const json = join(folder, 'out.json')
    const args = [board, '--cli', cli, '--tasks', task, '--timeout', options.timeout, '--json', json]
    const { status, stderr } = spawnSync('node', args, { encoding: 'utf8', maxBuffer: 1 << 28 })
    if (status !== 0) throw new Error(`the board failed on ${task}: ${stderr.slice(-2000)}`)
    return JSON.parse(readFileSync(json, 'utf8')).results
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

let passed = 0
let failed = 0
const measured = {}
for (const result of tasks.flatMap(measure)) {
  for (const note of result.notes) console.log(`note ${result.task}/${result.set}: ${note}`)
  for (const [metric, value] of Object.entries(result.metrics)) {
    const key = `${result.task}/${result.set}/${metric}`
    measured[key] = value
    const floor = floors[key]
    if (floor === undefined) continue
    const holds = value >= floor - epsilon
    if (holds) passed++
    else failed++
    console.log(`${holds ? 'ok  ' : 'FAIL'} ${key}: ${value.toFixed(4)} (floor ${floor.toFixed(4)})`)
  }
}
for (const key of Object.keys(floors)) {
  if (!tasks.includes(key.split('/')[0]) || key in measured) continue
  failed++
  console.log(`FAIL ${key}: not measured`)
}
if (options.update) writeFloors()
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 && !options.update ? 1 : 0

function writeFloors() {
  const next = { ...floors }
  for (const [key, value] of Object.entries(measured)) {
    const lower = floors[key] !== undefined && value < floors[key]
    if (!Number.isFinite(value) || (lower && !options['allow-regression'])) continue
    next[key] = Math.floor(value * 10_000) / 10_000
    if (lower) console.log(`lowered ${key}: ${options['allow-regression']}`)
  }
  const sorted = Object.fromEntries(Object.entries(next).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(file, `${JSON.stringify({ epsilon, floors: sorted }, null, 2)}\n`)
}
