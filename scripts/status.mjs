#!/usr/bin/env node
// Measures the reader of status on all events of a set, whether a rule codes them or not, beside a rule that looks for cues among the five tokens before.
//   node scripts/status.mjs ROWS.jsonl…     rows { id, text, events: [{ from, to, value }] }, value from -3 (certainly not) to +3 (certainly)
// Exit code 1 when the reading's class F1 falls behind the rule's on a set.
// `coded` are the events that a claim is made of; the class of a value is fact (2 and more), not (-2 and less) or maybe.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

const dist = (path) => new URL(`../packages/demarche/dist/${path}`, import.meta.url).href
const { bundlePart, loadPipeline, readArticle } = await import(dist('pipeline.js'))
const { articleOf, tokenAt, wordAt } = await import(dist('doc/index.js'))
const { createStatus } = await import(dist('read/status/index.js'))

const VALUES = { actual: 3, future: 1.5, hypothetical: 0, negated: -3 }
const kind = (value) => (value >= 2 ? 'fact' : value <= -2 ? 'not' : 'maybe')
const CUES = {
  negated: new Set(['not', "n't", 'n’t', 'no', 'never', 'nobody', 'none', 'without', 'neither', 'nor', 'denied', 'failed', 'refused']),
  future: new Set(['will', "'ll", 'shall']),
  hypothetical: new Set(['would', 'could', 'may', 'might', 'should', 'can', 'if', 'to', 'whether', 'unless']),
}

function byCue(doc, token) {
  for (let i = token - 1; i >= Math.max(0, token - 5); i--)
    for (const [status, words] of Object.entries(CUES)) if (words.has(wordAt(doc, i).toLowerCase())) return status
  return 'actual'
}

function macroF1(pairs) {
  const classes = [...new Set(pairs.map(([gold]) => kind(gold)))]
  const scores = classes.map((it) => {
    const gold = pairs.filter(([g]) => kind(g) === it).length
    const said = pairs.filter(([, s]) => kind(s) === it).length
    const right = pairs.filter(([g, s]) => kind(g) === it && kind(s) === it).length
    return right === 0 ? 0 : (2 * right) / (gold + said)
  })
  return scores.reduce((sum, it) => sum + it, 0) / (classes.length || 1)
}

function correlation(pairs) {
  const mean = (of) => pairs.reduce((sum, pair) => sum + pair[of], 0) / pairs.length
  const [a, b] = [mean(0), mean(1)]
  const sum = (f) => pairs.reduce((total, [x, y]) => total + f(x - a, y - b), 0)
  const spread = Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y))
  return spread === 0 ? 0 : sum((x, y) => x * y) / spread
}

const files = process.argv.slice(2)
if (files.length === 0) throw new Error('name the files of rows { id, text, events }')
const pipeline = loadPipeline()
const statusOf = createStatus(bundlePart('status'))
for (const file of files) {
  const ours = []
  const cues = []
  const coded = []
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { text, events } = JSON.parse(line)
    const doc = readArticle(pipeline, articleOf(text))
    for (const { from, to, value } of events) {
      const token = tokenAt(doc.tokens, from)
      if (token < 0) continue
      const status = VALUES[statusOf(doc, token).status]
      ours.push([value, status])
      cues.push([value, VALUES[byCue(doc, token)]])
      const claim = doc.claims.find(({ trigger }) => trigger.from < to && from < trigger.to)
      if (claim) coded.push([value, VALUES[claim.status]])
    }
  }
  if (macroF1(ours) < macroF1(cues)) {
    console.error(`${basename(file)}: the reading falls behind the cue rule`)
    process.exitCode = 1
  }
  for (const [name, pairs] of Object.entries({ 'all events': ours, 'five-token cue rule': cues, coded }))
    if (pairs.length > 0)
      console.log(
        `${basename(file).padEnd(24)} ${name.padEnd(20)} ${String(pairs.length).padStart(5)} events · class F1 ${macroF1(pairs).toFixed(3)} · r ${correlation(pairs).toFixed(3)}`,
      )
}
