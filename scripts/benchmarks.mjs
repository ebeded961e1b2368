#!/usr/bin/env node
// Writes docs/benchmarks.md from a run of the board (`--json`), with the best peer beside each figure.
//   node ../shared/score/board.mjs --cli "node packages/demarche/bin/demarche.js" --json out.json && node scripts/benchmarks.mjs out.json
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const [file] = process.argv.slice(2)
if (file === undefined || !existsSync(file)) {
  console.error('benchmarks: name the JSON file that the board wrote')
  process.exit(2)
}
const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const { results } = JSON.parse(readFileSync(file, 'utf8'))
const { loadPeers } = await import(at('../../shared/score/lib/peers.mjs'))
const peers = loadPeers()

const figure = (value) => (Number.isFinite(value) ? value.toFixed(3) : '–')
const sections = [...new Set(results.map(({ task }) => task))].map((task) => {
  const rows = results
    .filter((it) => it.task === task)
    .flatMap(({ set, metrics }) =>
      Object.entries(metrics).map(
        ([metric, value]) => `| ${set} | ${metric} | ${figure(value)} | ${peers.best(task, set, metric)?.label ?? '–'} |`,
      ),
    )
  return `## ${task}\n| set | figure | demarche | best peer |\n|---|---|---|---|\n${rows.join('\n')}\n`
})
const page = `# Benchmarks

Made by \`scripts/benchmarks.mjs\` from one run of the board over third-party sets (development halves; none of their sentences stands in this project). Raw text in, everything out, no
gold layer given. Extra claims count against us. Peers marked * were given more than we are, or measured on a set that is not quite the same.

${sections.join('\n')}`
writeFileSync(at('../docs/benchmarks.md'), page)
console.log(`docs/benchmarks.md: ${results.length} sets`)
