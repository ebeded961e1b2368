// Writes docs/coverage.md: which rules give each type, mode and CAMEO code, and why a code is given by none.
// Usage: node scripts/coverage.mjs [--check]. Fails when a code has neither a rule nor a reason, or a reason and a rule.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'

const root = new URL('../packages/english/', import.meta.url)
const read = (path) => readFileSync(new URL(path, root), 'utf8')
const yaml = (path) => parse(read(path), { schema: 'failsafe' })
const FRAMES = ['intend', 'ask', 'demand', 'refuse', 'threaten']

const givers = { cameo: new Map(), mode: new Map(), type: new Map() }
const note = (kind, key, giver) => key && givers[kind].set(key, (givers[kind].get(key) ?? new Set()).add(giver))

function noteCodes({ type, mode, cameo }, giver) {
  note('type', type, giver)
  note('mode', mode && `${type} ${mode}`, giver)
  note('cameo', cameo, giver)
}

const files = readdirSync(new URL('rules/', root), { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))
for (const path of files.filter((path) => path.includes('/') && path.endsWith('.yml')).toSorted()) {
  const { rule, codes, variants = [] } = yaml(`rules/${path}`)
  noteCodes(codes, rule)
  for (const variant of variants) noteCodes({ type: codes.type, ...variant.codes }, rule)
}
for (const [content, frames] of Object.entries(yaml('rules/contents.yml'))) {
  for (const frame of FRAMES) if (frames[frame]) noteCodes(frames[frame], `${frame}: ${content}`)
}

const cameo = read('schemes/cameo.tsv')
  .split('\n')
  .filter((line) => /^\d/.test(line))
  .map((line) => line.split('\t'))
const reasons = yaml('rules/not-coded.yml')
const faults = cameo.flatMap(([code]) => {
  const [given, excused] = [givers.cameo.has(code), reasons[code] !== undefined]
  if (given && excused) return [`${code} has a rule and a reason why it has none`]
  return given || excused ? [] : [`${code} has neither a rule nor a reason in rules/not-coded.yml`]
})

const names = (set) => [...(set ?? [])].map((name) => `\`${name}\``).join(', ')
const rows = (map) => [...map].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, set]) => `| ${key} | ${names(set)} |`)
const page = [
  '# What the rules cover',
  '',
  'Made by `node scripts/coverage.mjs` from `packages/english/rules/`. `intend: meet` stands for the frame and the content of `rules/contents.yml`.',
  '',
  `${files.filter((path) => path.includes('/') && path.endsWith('.yml')).length} rules; ${givers.mode.size} modes; ${cameo.filter(([code]) => givers.cameo.has(code)).length} of ${cameo.length} codes of CAMEO, the rest with its reason.`,
  '',
  '## PLOVER',
  '',
  '| type, mode | given by |',
  '|---|---|',
  ...rows(new Map([...givers.type, ...givers.mode])),
  '',
  '## CAMEO',
  '',
  '| code | name | given by, or why not |',
  '|---|---|---|',
  ...cameo.map(([code, name]) => `| ${code} | ${name} | ${names(givers.cameo.get(code)) || reasons[code] || ''} |`),
  '',
].join('\n')

const out = new URL('../docs/coverage.md', import.meta.url)
if (process.argv.includes('--check') && (!existsSync(out) || readFileSync(out, 'utf8') !== page))
  faults.push('docs/coverage.md is stale: run node scripts/coverage.mjs')
if (!process.argv.includes('--check')) writeFileSync(out, page)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0
