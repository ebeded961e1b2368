#!/usr/bin/env node
// Writes docs/benchmarks.md from what bench/board.json and bench/measured.json keep. With the JSON file of a run of the board it keeps that run first, and what it says of types:
//   node ../shared/score/board.mjs --cli "node packages/demarche/bin/demarche.js" --json out.json && node scripts/benchmarks.mjs out.json
//   npm run bench -- stages && node scripts/benchmarks.mjs
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { keep, kept } from './benchmarks/measure.mjs'
import { benchmarks } from './benchmarks/page.mjs'

const [file] = process.argv.slice(2)
if (file !== undefined && !existsSync(file)) {
  console.error(`benchmarks: ${file}: there is no such file; name the JSON file that the board wrote, or none`)
  process.exit(2)
}
if (file !== undefined) console.log(`bench/board.json: ${await keep(file)} sets`)
const measured = JSON.parse(readFileSync(new URL('../bench/measured.json', import.meta.url), 'utf8'))
writeFileSync(new URL('../docs/benchmarks.md', import.meta.url), benchmarks(kept(), measured))
