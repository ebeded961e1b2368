#!/usr/bin/env node
// Checks the tenures of heads against published spells of effective leaders (Archigos 4.1, to 2015; REIGN, to March 2021), which are not shipped.
//   node scripts/leaders.mjs [--days N] [--all]      spells since 1990; from N days (10) on a difference counts; --all lists the excused too
// A spell differs on the days on which no head of its country bears its leader's name here. `leaders.txt` holds those in which our tables are right, each with the reason;
// exit code 1 for a difference that it does not name, and for a line of it that no difference needs any more.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values: options } = parseArgs({ options: { days: { type: 'string', default: '10' }, all: { type: 'boolean' } } })
const LIMIT = Number(options.days)
const BEGIN = '1990-01-01'
const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const folder = at('../../shared/reference/leaders/')
if (!existsSync(folder)) {
  console.log('leaders: the published spells are not here; nothing is checked')
  process.exit(0)
}
const dist = (path) => new URL(`../packages/demarche/dist/${path}`, import.meta.url).href
const { createWorld, fold } = await import(dist('world/index.js'))
const { addDays } = await import(dist('time/index.js'))
const world = createWorld(JSON.parse(readFileSync(at('../packages/english/bundle/world.json'), 'utf8')))
const HEADS = ['leader', 'head of state', 'head of government', 'prime minister', 'president', 'supreme leader', 'general secretary']

const dayNumber = (day) => Date.parse(day) / 86_400_000
const words = (name) =>
  fold(name)
    .split(/[^\p{L}]+/u)
    .filter((it) => it.length > 2 && !/^(?:ibn|bin|abu|von|van|der|del)$/.test(it))

/** True where the two words differ in one letter, or in two of seven and more. */
function near(a, b) {
  if (a === b) return true
  const most = Math.max(a.length, b.length) > 6 ? 2 : Math.min(a.length, b.length) > 3 ? 1 : 0
  if (Math.abs(a.length - b.length) > most) return false
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length] <= most
}

function bears(person, name) {
  const wanted = words(name)
  const known = world.namesOf(person).flatMap(({ written }) => words(written))
  return wanted.some((word) => known.some((it) => near(word, it)))
}

/** The days of a spell on which no head of the country bears the name, as the number of days and the first of them. */
function missing(country, name, from, to) {
  const turns = world.tenures(country).flatMap((it) => [it.from, ...(it.to ? [addDays(it.to, 1)] : [])])
  const days = [...new Set([from, ...turns.filter((it) => it > from && it <= to)])].toSorted()
  let count = 0
  let first
  for (const [i, day] of days.entries()) {
    const holders = HEADS.flatMap((office) => world.holder(country, office, day)?.person ?? [])
    if (holders.some((it) => bears(it, name))) continue
    first ??= day
    count += dayNumber(days[i + 1] ?? addDays(to, 1)) - dayNumber(day)
  }
  return { count, first }
}

const excuses = new Map(
  readFileSync(at('leaders.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([key, reason]) => [key, reason]),
)
const used = new Set()
let excused = 0
let spells = 0
let agree = 0
const wrong = []
for (const [file, source] of [
  ['archigos-4.1.jsonl', 'archigos'],
  ['reign-leaders-2021-03.jsonl', 'reign'],
]) {
  for (const line of readFileSync(folder + file, 'utf8').split('\n')) {
    if (line === '') continue
    const { cow, name: written, start, end } = JSON.parse(line)
    const name = written.replace(/\\x([0-9a-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    // A month alone: only what lies before it is sure.
    const to = end?.length === 7 ? addDays(`${end}-01`, -1) : (end ?? '2021-03-01')
    if (to < BEGIN || start > to) continue
    const state = world.country(cow, start < BEGIN ? BEGIN : start) ?? world.country(cow, to)
    if (state === undefined) continue
    const country = state.id.slice('state:'.length)
    const from = [BEGIN, start, state.from ?? ''].toSorted().at(-1)
    if (from > to) continue
    spells++
    const { count, first } = missing(country, name, from, to)
    if (count <= LIMIT) {
      agree++
      continue
    }
    const key = `${country} ${name} ${start}`
    const ours = HEADS.flatMap((office) => world.holder(country, office, first)?.person ?? [])
    const told = `${source}: ${key}..${to}: ${count} days from ${first}, here ${[...new Set(ours)].map((it) => world.actor(it).name).join(', ') || 'nobody'}`
    if (!excuses.has(key)) wrong.push(told)
    else {
      used.add(key)
      excused++
      if (options.all) console.log(`${told} (${excuses.get(key)})`)
    }
  }
}
for (const it of wrong) console.log(it)
const idle = [...excuses.keys()].filter((it) => !used.has(it))
for (const it of idle) console.log(`${it}: excused, and no difference any more`)
console.log(
  `leaders: ${agree} of ${spells} spells agree within ${LIMIT} days, ${excused} differ for a known reason, ${wrong.length} without one`,
)
process.exit(wrong.length + idle.length > 0 ? 1 : 0)
