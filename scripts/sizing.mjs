#!/usr/bin/env node
// Writes docs/sizing.md from what the benchmark measured:
//   npm run bench -- scale && node scripts/sizing.mjs [--core-hour 0.04] [--terabyte-month 80]
import { readFileSync, writeFileSync } from 'node:fs'
import { sizeYear } from '../bench/scale/year.mjs'

const root = new URL('../', import.meta.url)
const PRICES = { coreHour: 0.04, terabyteMonth: 80 }

const whole = (value) => Math.round(value).toLocaleString('en')
const percent = (value) => `${(value * 100).toFixed(1)} %`
const times = (a, b) => (a / b).toFixed(2)

function document({ engine: it }) {
  const rows = [
    ['coding', it.codingMs],
    ['handing to threads, which one machine does too', it.handingMs],
    ['clients of broker and ledger', it.clientMs],
    ['PostgreSQL', it.postgresMs],
    ['nats-server', it.natsMs],
    ['deriving events and entries, client and PostgreSQL', it.derivingMs],
  ]
  return `## A document
Of ${whole(it.words ?? 400)} words with eight acts, ${whole(it.documents)} of them through a real broker and database, once the code is warm:

| part | CPU ms |
|---|---|
${rows.map(([name, ms]) => `| ${name} | ${ms.toFixed(2)} |`).join('\n')}

Broker, ledger and deriving together cost ${percent(it.share)} of coding; without deriving, which a ledger in a file does too, ${percent((it.clientMs + it.postgresMs + it.natsMs) / it.codingMs)}. A core codes ${it.perCore.toFixed(1)} documents a second.
The shared ledger takes ${whole(it.bytes)} bytes a document: raw and coded rows, ${it.claims.toFixed(1)} claims, their events and entries, words and all indexes.
`
}

const mirror = ({ mirror: it }) =>
  it ? `Filling a read model costs ${it.ms.toFixed(2)} CPU ms an event, in the mirror and in ClickHouse.\n` : ''

const threads = ({ threads: it }) =>
  it
    ? `## Two threads
By CPU two threads do ${it.speedUpByCpu.toFixed(2)} times the work of one on two free cores: coding takes ${it.codingMs.toFixed(1)} ms a document, the one thread that commits ${it.committingMs.toFixed(2)} ms. By the clock it was ${it.speedUpByClock.toFixed(2)} times,
with a load of ${it.load} on two cores${it.load > 3 ? ' that other programs wanted too' : ', the two threads alone'}. One thread keeps more than one core busy, since the commits, the collector of memory and, below some 2,000 documents, the compiler run beside it;
the clock tells something on a quiet machine alone, and even CPU time is longer where virtual cores share a real one.
`
    : ''

function many(measured) {
  const rows = [
    ['flat', 'one process, into a file'],
    ['cluster', 'broker and shared ledger, all processes'],
  ].flatMap(([part, name]) => {
    const it = measured[part]
    if (it?.firstMs === undefined) return []
    const [ms, memory] = [times(it.secondMs, it.firstMs), times(it.secondMegabytes, it.firstMegabytes)]
    return `| ${name} | ${whole(it.documents)} | ${it.firstMs.toFixed(2)} | ${it.secondMs.toFixed(2)} | ${ms} | ${whole(it.firstMegabytes)} | ${whole(it.secondMegabytes)} | ${memory} |`
  })
  return `## Many documents
Short ones, of one sentence: the first half beside the second, without the first twentieth, in which everything starts.

| path | documents | CPU ms, first half | second half | times | MB, first half | second half | times |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`
}

function year({ engine: it }, prices) {
  const size = sizeYear({ documents: 1e9, perCore: it.perCore, serverMs: it.serverMs, bytes: it.bytes, ...prices })
  const rows = size.waits.map(
    ({ minutes, cores, busy, most, prompt }) =>
      `| ${minutes} min | ${whole(cores)} | ${percent(busy)} | ${whole(most)} | ${percent(prompt)} |`,
  )
  return `## A billion documents a year
A model, run minute by minute (\`bench/scale/year.mjs\`): news comes as it does by hour and weekday, and once a day for ten minutes in bursts of 50,000 a minute; whoever comes first is coded first.

| nobody waits longer than | cores | busy | most that wait | done within a minute |
|---|---|---|---|---|
${rows.join('\n')}

- Cores that are rented only while there is work: ${whole(size.hours)} core hours, broker and database included; at ${prices.coreHour} an hour ${whole(size.money)}.
- Disk: ${size.terabytes.toFixed(1)} TB at the end of the year, before replicas; at ${prices.terabyteMonth} a terabyte and month ${whole(size.diskMoney)} a month. Raw documents can be moved away with their month.

The prices are examples: \`npm run bench -- scale year --core-hour 0.04 --terabyte-month 80\` computes with yours, and with what \`npm run bench -- scale engine\` measures on your machine.
`
}

/** The page. */
export function sizing(measured, prices = PRICES) {
  const { cpu, cores, node } = measured.machine
  return `# Sizes

Made by \`scripts/sizing.mjs\` from what \`npm run bench -- scale\` measured (\`bench/measured.json\`): ${cores} cores of ${cpu}, Node ${node.slice(1)}. Costs are CPU time, which other programs move less than the clock.

${[document(measured) + mirror(measured), threads(measured), many(measured), year(measured, prices)].filter(Boolean).join('\n')}`
}

if (import.meta.filename === process.argv[1]) {
  const option = (name, otherwise) => (process.argv.includes(name) ? Number(process.argv[process.argv.indexOf(name) + 1]) : otherwise)
  const prices = { coreHour: option('--core-hour', PRICES.coreHour), terabyteMonth: option('--terabyte-month', PRICES.terabyteMonth) }
  writeFileSync(new URL('docs/sizing.md', root), sizing(JSON.parse(readFileSync(new URL('bench/measured.json', root), 'utf8')), prices))
}
