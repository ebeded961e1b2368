#!/usr/bin/env node
// What more threads, a broker and a shared store cost, and what a year of a billion documents takes:
//   npm run bench -- scale                                  all parts
//   npm run bench -- scale flat cluster --documents 200000
//   npm run bench -- scale year --core-hour 0.04 --terabyte-month 20
// Costs are CPU seconds, which a busy machine hardly moves; only the speed-up of two threads is a matter of the clock too, and says how busy the machine was.
// Each part keeps its figures in bench/measured.json; `node scripts/sizing.mjs` makes docs/sizing.md from them.
import { measured, named, option, record, say } from './common.mjs'
import { engine } from './engine.mjs'
import { clusterFlat, flat } from './flat.mjs'
import { threads } from './threads.mjs'
import { sizeYear } from './year.mjs'

function year() {
  const { engine } = measured()
  const perCore = option('per-core', engine?.perCore)
  const bytes = option('bytes', engine?.bytes)
  if (perCore === undefined || bytes === undefined)
    return console.log('the year is not computed: measure `engine` first, or say --per-core and --bytes')
  const prices = { coreHour: option('core-hour', 0.04), terabyteMonth: option('terabyte-month', 80) }
  const size = sizeYear({ documents: 1e9, perCore, serverMs: engine?.serverMs ?? 0, bytes, ...prices })
  say('a core codes', perCore.toFixed(1), 'documents of 400 words a second')
  for (const { minutes, cores, busy, most, prompt } of size.waits)
    say(
      `cores so that nobody waits over ${minutes} min`,
      cores,
      `(${Math.round(busy * 100)} % busy, at most ${most} waiting, ${(prompt * 100).toFixed(1)} % within a minute)`,
    )
  say(
    'core hours of coding and of the servers',
    Math.round(size.hours).toLocaleString('en'),
    `h, ${Math.round(size.money).toLocaleString('en')} at ${prices.coreHour}`,
  )
  say('disk', size.terabytes.toFixed(1), `TB, ${Math.round(size.diskMoney).toLocaleString('en')} a month at ${prices.terabyteMonth}`)
  record('year', size)
}

const parts = { threads, engine, flat, cluster: clusterFlat, year }
const wanted = Object.keys(parts).filter(named)
for (const [name, part] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await part()
process.exit()
