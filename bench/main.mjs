#!/usr/bin/env node
// Speed and memory, each part by itself, in CPU seconds of this process (a shared machine moves wall time, hardly CPU time).
//   npm run bench              all parts
//   npm run bench -- stages    one part: reader, start, world, stages, ingest, store; stages are kept in bench/measured.json
//   npm run bench -- articles  pages a second and archives longer than memory: `bench/articles.mjs`; a folder of pages may be named
//   npm run bench -- load      the server under load while somebody writes: `bench/load/`
//   npm run bench -- scale     threads, broker and shared store, many documents, a year: `bench/scale/`
//   npm run bench -- store     a million made documents (about 8 minutes of CPU); `npm run bench -- store 50000` for fewer;
//                              `KEEP=FILE npm run bench -- store 1000000 4` in pieces of four minutes, again until all is there
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { longArticles } from '../packages/cluster/proof/articles.mjs'
import { articlesBench } from './articles.mjs'
import { load, record } from './scale/common.mjs'
import { besidesRaw, sizes } from './size.mjs'
import { storeBench } from './store.mjs'

if (process.argv[2] === 'load') {
  execFileSync(process.execPath, [fileURLToPath(new URL('load/main.mjs', import.meta.url)), ...process.argv.slice(3)], { stdio: 'inherit' })
  process.exit(0)
}
if (process.argv[2] === 'articles') {
  articlesBench(process.argv[3], Number(process.argv[4] ?? 1))
  process.exit(0)
}
if (process.argv[2] === 'scale') {
  execFileSync(process.execPath, [fileURLToPath(new URL('scale/main.mjs', import.meta.url)), ...process.argv.slice(3)], {
    stdio: 'inherit',
  })
  process.exit()
}

const dist = (path) => new URL(`../packages/demarche/dist/${path}`, import.meta.url).href
const examples = fileURLToPath(new URL('../examples/', import.meta.url))
const articles = readdirSync(examples)
  .filter((name) => name.endsWith('.jsonl'))
  .toSorted()
  .flatMap((name) =>
    readFileSync(join(examples, name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  )

const cpu = (work) => {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, result }
}
const cpuOf = async (work) => {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6 }
}
const say = (name, value, unit) => console.log(`${name.padEnd(44)} ${String(value).padStart(12)} ${unit}`)
const megabytes = () => Math.round(process.memoryUsage().rss / 1e6)

const { loadPipeline, readArticle, documentRow, coderVersion, ledgerEffects } = await import(dist('pipeline.js'))
const { articleOf } = await import(dist('doc/index.js'))
const { openSqlite } = await import(dist('store/index.js'))

const needsPipeline = process.argv[2] !== 'store'
const start = needsPipeline ? cpu(loadPipeline) : undefined
const pipeline = start?.result
const docs = Array.from({ length: 10 }, () => articles)
  .flat()
  .map(({ text, published }) => articleOf(text, published))

const prose = articles
  .map(({ text }) => text)
  .join(' ')
  .replaceAll(/\s+/g, ' ')
const proseOf = (length) => prose.repeat(Math.ceil(length / prose.length)).slice(0, length)
/** What no newspaper prints, and costs time in proportion to its length: name, text. */
const HOSTILE = () => [
  ['one sentence of 100,000 characters', proseOf(1e5).replaceAll(/[.?!:;”“"]/g, ',')],
  ['one sentence of 1 MB', proseOf(1e6).replaceAll(/[.?!:;”“"]/g, ',')],
  ['5 MB on one line', proseOf(5e6)],
  ['20 MB on one line', proseOf(2e7)],
  ['100 kB of dots', '.'.repeat(1e5)],
  ['1 MB of dots', '.'.repeat(1e6)],
  ['100 kB of one letter', 'a'.repeat(1e5)],
  ['1 MB of one letter', 'a'.repeat(1e6)],
]

const parts = {
  reader() {
    readArticle(pipeline, articleOf(proseOf(2e5)), ['tree'])
    for (const [name, text] of HOSTILE()) {
      const { seconds } = cpu(() => readArticle(pipeline, articleOf(text, '2024-06-13'), ['tree']))
      say(
        name,
        (seconds / (text.length / 1e6)).toFixed(2),
        `CPU s a MB, text to tree (${seconds.toFixed(2)} s, ${megabytes()} MB resident)`,
      )
    }
  },
  start() {
    say('start: load models, rules, world', start.seconds.toFixed(2), 'CPU s')
    say('memory after loading', megabytes(), 'MB')
  },
  async world() {
    // Loading: a process that opens the tables and answers a name, a place and an office, less one that only imports the code.
    const load = `
      const { readWorld } = await import(${JSON.stringify(dist('world/index.js'))})
      const { bundle } = await import('@demarche/english')
      const before = process.cpuUsage()
      const begun = performance.now()
      const world = readWorld(bundle)
      world.byName('armenia'), world.placesNamed('yerevan'), world.offices('person:nikol-pashinyan', world.until)
      const { user, system } = process.cpuUsage(before)
      console.log((user + system) / 1000, performance.now() - begun)`
    const runs = Array.from({ length: 15 }, () =>
      execFileSync(process.execPath, ['--input-type=module', '-e', load], {
        cwd: fileURLToPath(new URL('../packages/demarche/', import.meta.url)),
      })
        .toString()
        .split(' ')
        .map(Number),
    )
    const middle = (at) => runs.map((run) => run[at]).toSorted((a, b) => a - b)[7]
    say('loading the world', middle(0).toFixed(0), `CPU ms, by the clock ${middle(1).toFixed(0)} ms (medians of ${runs.length} processes)`)
    // The stages names, places and references by themselves, on articles whose words, tags, trees and times are read.
    const own = new Set(['names', 'places', 'references'])
    const given = [
      ...docs.slice(0, articles.length),
      ...[...longArticles(13, 100)].map(({ text, published }) => articleOf(text, published)),
    ]
    const before = given.map((doc) => readArticle(pipeline, doc, ['tree', 'times', 'speech']))
    const stages = pipeline.stages.filter(({ name }) => own.has(name))
    if (stages.length !== own.size) throw new Error(`bench: the pipeline has no stages ${[...own].join(', ')}`)
    const run = (doc) => stages.reduce((read, it) => ({ ...read, ...it.run(read) }), doc)
    const passes = 10
    const tokens = before.reduce((sum, doc) => sum + doc.tokens.length, 0)
    // The first pass pays for compiling the code and for making what is looked up.
    const { seconds: first } = cpu(() => before.forEach(run))
    say('names, places, references, first pass', Math.round(tokens / first), `tokens/CPU s (${tokens} tokens)`)
    const { seconds } = cpu(() => {
      for (let i = 0; i < passes; i++) before.forEach(run)
    })
    say('names, places, references', Math.round((tokens * passes) / seconds), `tokens/CPU s (${tokens} tokens, ${passes} times)`)
  },
  stages() {
    for (const doc of docs.slice(0, 100)) readArticle(pipeline, doc)
    let tokens = 0
    let sentences = 0
    const { seconds: tree } = cpu(() => {
      for (const doc of docs) {
        const read = readArticle(pipeline, doc, ['tree'])
        tokens += read.tokens.length
        sentences += read.sentences.length
      }
    })
    const { seconds: all } = cpu(() => docs.forEach((doc) => readArticle(pipeline, doc)))
    say('text to tree', Math.round(tokens / tree), 'tokens/CPU s')
    say('text to claims', Math.round(tokens / all), 'tokens/CPU s')
    say('text to claims', Math.round(sentences / all), 'sentences/CPU s')
    say('memory while reading', megabytes(), 'MB')
    const day = new Date().toISOString().slice(0, 10)
    record('stages', {
      treeTokens: tokens / tree,
      tokens: tokens / all,
      sentences: sentences / all,
      megabytes: megabytes(),
      load: load(),
      day,
    })
  },
  async ingest() {
    const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
    const path = join(folder, 'ledger.db')
    try {
      const store = openSqlite({ path, access: 'write', effects: ledgerEffects() })
      const raw = [...longArticles(13, 500)].map(({ id, published, text }) => ({
        id,
        input: { path: 'bench' },
        article: articleOf(text, published),
      }))
      const coder = coderVersion()
      const take = async (some) => {
        await store.put(some)
        for (let i = 0; i < some.length; i += 64)
          await store.commit(
            some.slice(i, i + 64).map(({ id, input, article }) => ({ id, row: documentRow(id, input, readArticle(pipeline, article)) })),
            coder,
          )
        await store.settle()
      }
      // The first documents pay for compiling the code.
      await take(raw.slice(0, 200))
      const rest = raw.slice(200)
      const words = rest.reduce((sum, { article }) => sum + article.text.split(/\s+/).length, 0)
      const { seconds } = await cpuOf(() => take(rest))
      const { claims, events } = await store.counts()
      await store.close()
      say('ingest, documents of 400 words', Math.round(words / 400 / (seconds / 60)), 'a CPU minute, text to settled events')
      say('ledger besides the raw documents', Math.round(besidesRaw(sizes(path))), `bytes a document (${claims} claims, ${events} events)`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

const [wanted, count, minutes] = process.argv.slice(2)
parts.store = () =>
  storeBench(
    Number(count ?? (wanted === undefined ? 20_000 : 1_000_000)),
    say,
    process.env.KEEP,
    minutes === undefined ? undefined : Number(minutes),
  )
for (const [name, part] of Object.entries(parts)) if (wanted === undefined || wanted === name) await part()
