#!/usr/bin/env node
// Every regular expression that is written down in the packages is looked at by recheck: none may take more than linear time on any text, but those that are
// excused below, each because what it reads is bounded.
//   node scripts/regexps.mjs [--list]
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { check } from 'recheck'
import { parseAst } from 'rolldown/parseAst'

const root = fileURLToPath(new URL('../', import.meta.url))
const excused = new Map(
  readFileSync(new URL('regexps.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)]),
)

const found = new Map()
for (const folder of ['packages/demarche/src', 'packages/cluster/src', 'packages/web/src', 'packages/english/build']) {
  for (const name of readdirSync(`${root}${folder}`, { recursive: true })) {
    if (!/\.tsx?$/.test(name) || /\.test(\.suite)?\.tsx?$/.test(name)) continue
    const path = `${folder}/${name}`
    const text = readFileSync(root + path, 'utf8')
    const walk = (node) => {
      if (Array.isArray(node)) node.forEach(walk)
      else if (node && typeof node === 'object') {
        if (node.type === 'Literal' && node.regex) {
          const { pattern, flags } = node.regex
          const literal = `/${pattern}/${flags}`
          if (!found.has(literal)) found.set(literal, { pattern, flags, at: `${path}:${text.slice(0, node.start).split('\n').length}` })
        }
        for (const key in node) if (key !== 'regex') walk(node[key])
      }
    }
    walk(parseAst(text, { lang: name.endsWith('x') ? 'tsx' : 'ts' }))
  }
}

const wrong = []
const work = [...found]
const lane = async () => {
  for (let next = work.pop(); next; next = work.pop()) {
    const [literal, { pattern, flags, at }] = next
    // The state of sticky and global matching does not change what a match costs.
    const { status, complexity, error } = await check(pattern, flags.replace(/[gyd]/g, ''), { timeout: 20_000, randomSeed: 1 })
    // What recheck cannot tell in its time is told here, and is no fault.
    if (status === 'unknown') console.log(`${at}: cannot be told in time`)
    else if (status !== 'safe' || (complexity && complexity.type !== 'linear' && complexity.type !== 'safe'))
      wrong.push({ literal, at, status, says: complexity?.summary ?? error?.kind })
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, lane))
let bad = 0
for (const { literal, at, status, says } of wrong.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
  if (excused.has(literal) || excused.has(at.replace(/:\d+$/, ''))) continue
  bad++
  console.log(`${at}: ${status}, ${says}: ${literal}`)
}
console.log(`${found.size} regular expressions, ${wrong.length} not linear, ${bad} of them without an excuse`)
process.exitCode = bad > 0 ? 1 : 0
