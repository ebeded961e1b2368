// Turns spells of leaders (JSON lines with cow, name, start, end; one leader a country) into `tenures/` YAML for the countries that the hand-written tables lack.
// usage: node scripts/leaders.mjs SPELLS.jsonl ARCHIGOS.jsonl > packages/english/world/tenures/spells.yml
// Days are facts; where a spell ends by month only, the next spell's first day ends it.
import { readFileSync, readdirSync } from 'node:fs'

const [spells, exact] = process.argv.slice(2).map((path) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line)),
)
const world = new URL('../packages/english/world/', import.meta.url)
const states = readFileSync(new URL('states.tsv', world), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => line.split('\t'))
const hand = new Set(
  readdirSync(new URL('tenures/', world))
    .filter((name) => name !== 'spells.yml' && name !== 'updates.yml')
    .flatMap((name) => [...readFileSync(new URL(`tenures/${name}`, world), 'utf8').matchAll(/^([A-Z]{3}):$/gm)].map((it) => it[1])),
)
// Where the leader is not a president.
const OFFICE = {
  monarch: [663, 670, 692, 694, 696, 698, 600, 572, 835, 221, 223, 690],
  'prime minister': [
    31, 51, 52, 53, 54, 55, 56, 57, 58, 60, 80, 205, 210, 211, 212, 232, 305, 310, 317, 325, 338, 339, 341, 343, 344, 349, 350, 355, 366,
    367, 368, 375, 380, 385, 390, 395, 530, 570, 590, 712, 760, 771, 790, 800, 811, 820, 830, 900, 910, 920, 935, 940, 947, 950, 955, 990,
    20, 200, 220, 255, 260, 346, 645, 660, 666, 740, 750, 770, 316, 230, 235, 347,
  ],
}
const office = (cow) => Object.entries(OFFICE).find(([, list]) => list.includes(cow))?.[0] ?? 'president'
const surname = (name) =>
  name
    .split(' ')
    .at(-1)
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()

const out = [
  '# One leader a country, 1990 to 2021, for the countries that the other files of this folder do not yet have. Made by scripts/leaders.mjs from spells of heads',
  '# of government; names may lack the given name. Replace a country by writing it into another file.',
]
const seen = new Set()
for (const state of states) {
  const [code, , cow, gw] = state
  if (hand.has(code) || cow === '' || state[11] === 'former') continue
  const own = spells
    .filter((it) => (it.cow === Number(cow) || it.cow === Number(gw || -1)) && (it.end ?? '9999') >= '1990')
    .toSorted((a, b) => (a.start < b.start ? -1 : 1))
  if (own.length === 0) continue
  out.push(`${code}:`, `  ${office(Number(cow))}:`)
  let last = ''
  for (const [i, it] of own.entries()) {
    if (it.start === last) continue
    last = it.start
    const day = exact.find(
      (e) => e.cow === it.cow && Math.abs(Date.parse(e.start) - Date.parse(it.start)) < 4e9 && surname(e.name) === surname(it.name),
    )
    const end = own[i + 1] === undefined || !it.end ? '' : day && day.end < own[i + 1].start && day.end < '2015-12-31' ? `..${day.end}` : ''
    let name = it.name.replace(/[()?]/g, '').replace(/\s+/g, ' ').trim()
    if (!name.includes(' ') || (seen.has(`${name}!${code}`) === false && [...seen].some((s) => s.startsWith(`${name}!`))))
      name = `${name} of ${state[4]}`
    seen.add(`${name}!${code}`)
    out.push(`  - ${it.start < '1990' ? it.start : it.start}${end} ${name}`)
  }
}
console.log(out.join('\n'))
