// `node training/dist/measure-chooser.js`: codes the project's own labelled sentences, which train nothing, and prints precision and recall of types and how often claims of each confidence are right.
import { articleOf } from 'demarche/doc'
import { loadPipeline, readArticle } from 'demarche/pipeline'
import { labelledSentences } from './own-sentences.js'

const pipeline = loadPipeline()
const bins = Array.from({ length: 10 }, () => ({ claims: 0, right: 0 }))
let [wanted, made, hits] = [0, 0, 0]
for (const { text, claims: told } of labelledSentences(new URL('../sentences/', import.meta.url))) {
  const { claims = [] } = readArticle(pipeline, articleOf(text, '2024-06-14'), ['claims'])
  const open = told.map(({ type }) => type)
  wanted += told.length
  for (const { type, status, confidence } of claims) {
    if (type === null || status === 'negated') continue
    made++
    const at = open.indexOf(type)
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]!
    bin.claims++
    if (at < 0) continue
    open.splice(at, 1)
    bin.right++
    hits++
  }
}
process.stdout.write(`P ${(hits / made).toFixed(3)} R ${(hits / wanted).toFixed(3)} of ${made} claims made, ${wanted} wanted\n`)
for (const [n, { claims, right }] of bins.entries())
  if (claims > 0)
    process.stdout.write(`| ${(n / 10).toFixed(1)}–${((n + 1) / 10).toFixed(1)} | ${claims} | ${(right / claims).toFixed(2)} |\n`)
