#!/usr/bin/env node
// The server under load while somebody writes: questions over HTTP from this machine alone.
//   npm run bench -- load [--documents 350000] [--seconds 20] [--connections 8] [--keep FILE]
//       as fast as so many connections ask; by the clock, so the machine must be quiet; CPU seconds of the server stand beside
//   npm run bench -- load --minutes 60 [--rate 60]
//       so many questions of all kinds a second for an hour while ten documents a second are written: does memory grow?
// 350,000 made documents give about a million events.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ask } from './ask.mjs'
import { counts, fill, write } from './ledger.mjs'
import { questionsOn } from './questions.mjs'
import { serve } from './server.mjs'

const text = (value) => ({ type: 'string', default: value })
const { values } = parseArgs({
  options: {
    documents: text('350000'),
    seconds: text('20'),
    connections: text('8'),
    minutes: text('0'),
    rate: text('60'),
    keep: { type: 'string' },
    write: { type: 'string' },
    pace: { type: 'string' },
  },
})
const [documents, seconds, connections, minutes, rate] = [
  values.documents,
  values.seconds,
  values.connections,
  values.minutes,
  values.rate,
].map(Number)

// The writer, in a process of its own, which is ended from outside.
if (values.write)
  await write(values.write, documents, values.pace ? { batch: Number(values.pace), perSecond: Number(values.pace) } : { batch: 500 })

const folder = mkdtempSync(join(tmpdir(), 'demarche-load-'))
const path = values.keep ?? join(folder, 'ledger.db')
const writer = (first, ...more) =>
  spawn('node', [fileURLToPath(import.meta.url), '--write', path, '--documents', String(first), ...more], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
const ended = []
try {
  if (!existsSync(path)) await fill(path, documents)
  const held = await counts(path)
  console.log('ledger', held)
  const server = await serve(path)
  ended.push(() => server.stop())
  const questions = questionsOn(documents)
  if (minutes > 0) await long(server, questions, held.documents)
  else await fast(server, questions, held.documents)
} finally {
  for (const end of ended) end()
  rmSync(folder, { recursive: true, force: true })
}

function tell(name, server, { rate, median, p99, unanswered }, perCpu) {
  console.log(
    `${name.padEnd(42)} ${rate.toFixed(0)}/s${perCpu} · median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms · ${unanswered} not answered · ${server.memory().toFixed(0)} MiB`,
  )
}

/** As many questions as the server answers, without a writer and with one. */
async function fast(server, questions, held) {
  const part = async (name, key) => {
    const cpu = server.cpu()
    const answers = await ask(
      server.origin,
      questions.map((it) => it[key]),
      { seconds, connections },
    )
    tell(name, server, answers, ` · ${(answers.asked / (server.cpu() - cpu)).toFixed(0)} a CPU second`)
  }
  await part('events of a pair', 'pair')
  await part('state, entries and events of a pair', 'state')
  await part('search by a word', 'search')
  const child = writer(held)
  ended.push(() => child.kill('SIGKILL'))
  await part('events of a pair, while somebody writes', 'pair')
  await part('search by a word, while somebody writes', 'search')
}

/** Minutes of a steady load; the first tenth is for starting, its end is what the rest is held against. */
async function long(server, questions, held) {
  const child = writer(held, '--pace', '10')
  ended.push(() => child.kill('SIGKILL'))
  const paths = questions.flatMap(({ pair, state, search }) => [pair, state, search])
  let first
  for (let i = 1; i <= 10; i++) {
    const answers = await ask(server.origin, paths, { seconds: minutes * 6, connections, perSecond: rate })
    first ??= server.memory()
    tell(`minute ${((i * minutes) / 10).toFixed(0)} of ${minutes}`, server, answers, '')
  }
  console.log(
    `memory after the first tenth ${first.toFixed(0)} MiB, at the end ${server.memory().toFixed(0)}: ${((server.memory() / first - 1) * 100).toFixed(1)} %`,
  )
}
