// `node training/dist/measure-chooser.js [FILE.txt …]`: codes the project's own labelled sentences (those of the named files of `training/sentences`, else all) and prints precision and
// recall of types, together and one by one, and how often claims of each confidence are right.
import { articleOf } from 'demarche/doc'
import { loadPipeline, readArticle } from 'demarche/pipeline'
import { labelledSentences } from './own-sentences.js'

const pipeline = loadPipeline()
const bins = Array.from({ length: 10 }, () => ({ claims: 0, right: 0 }))
const names = process.argv.slice(2)
const byType = new Map<string, { wanted: number; made: number; hits: number }>()
const countOf = (type: string): { wanted: number; made: number; hits: number } => {
  const count = byType.get(type) ?? { wanted: 0, made: 0, hits: 0 }
  byType.set(type, count)
  return count
}
let [wanted, made, hits] = [0, 0, 0]
for (const { text, claims: told } of labelledSentences(new URL('../sentences/', import.meta.url), names.length > 0 ? names : undefined)) {
  const { claims = [] } = readArticle(pipeline, articleOf(text, '2024-06-14'), ['claims'])
  const open = told.map(({ type }) => type)
  wanted += told.length
  for (const { type } of told) countOf(type).wanted++
  for (const { type, status, confidence } of claims) {
    if (type === null || status === 'negated') continue
    made++
    countOf(type).made++
    const at = open.indexOf(type)
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]!
    bin.claims++
    if (at < 0) continue
    open.splice(at, 1)
    bin.right++
    hits++
    countOf(type).hits++
  }
}
process.stdout.write(`P ${(hits / made).toFixed(3)} R ${(hits / wanted).toFixed(3)} of ${made} claims made, ${wanted} wanted\n`)
const share = (part: number, whole: number): string => (whole > 0 ? (part / whole).toFixed(2) : '–')
process.stdout.write('| type | wanted | made | P | R |\n')
for (const [type, count] of [...byType].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  process.stdout.write(
    `| ${type} | ${count.wanted} | ${count.made} | ${share(count.hits, count.made)} | ${share(count.hits, count.wanted)} |\n`,
  )
for (const [n, { claims, right }] of bins.entries())
  if (claims > 0)
    process.stdout.write(`| ${(n / 10).toFixed(1)}–${((n + 1) / 10).toFixed(1)} | ${claims} | ${(right / claims).toFixed(2)} |\n`)
