#!/usr/bin/env node
// Made bombs on every way into the program: as text, page, feed, archive, fields beside a text, file name, and question to the server. Each must end in a row or a
// reasoned refusal within the CPU seconds of the soft limit, without losing the good documents beside it, and within the memory given.
//   npm run hostile                       all
//   npm run hostile -- --sizes middle --part 1/4     every fourth bomb, from the first on
//   npm run hostile -- --sizes middle --channels text,page --only 'short blocks' --only cards
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bombs, SIZES } from './bombs.mjs'
import { CHANNELS } from './channels.mjs'
import { asker } from './questions.mjs'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: 'middle,large' },
    channels: { type: 'string', default: [...Object.keys(CHANNELS), 'name', 'question'].join() },
    only: { type: 'string', multiple: true },
    part: { type: 'string', default: '1/1' },
    seconds: { type: 'string', default: '2' },
    mebibytes: { type: 'string', default: '1024' },
    verbose: { type: 'boolean', default: false },
  },
})
const dist = (path) => new URL(`../../packages/demarche/dist/${path}`, import.meta.url).href
const { handsFor, notFound } = await import(dist('cli/hands/index.js'))
const { isPending, pendingInputs } = await import(dist('ingest/index.js'))
const { REASONS } = await import(dist('ingest/reasons.js'))
const { CODING_REASONS } = await import(dist('limits/index.js'))
const KNOWN = new Set([...Object.keys(REASONS), ...Object.keys(CODING_REASONS)].filter((it) => it !== 'internal' && it !== 'worker-crash'))
const hands = handsFor({ threads: 1 })

/** CPU seconds of this process with all its threads. */
const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
/** Rows of an input, one document after the other, and the CPU seconds of the dearest document, or of finding them all where that took longer. */
async function rowsOf(specs, stdin) {
  const rows = []
  let [dearest, finding, since] = [0, 0, cpu()]
  for await (const it of pendingInputs(specs, { stdin })) {
    const found = cpu()
    finding += found - since
    rows.push(isPending(it) ? await hands.run({ do: 'code', pending: it }) : notFound(it))
    since = cpu()
    dearest = Math.max(dearest, since - found)
  }
  return { rows, seconds: Math.max(dearest, finding + cpu() - since) }
}
async function* inPieces(bytes) {
  for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.subarray(at, at + (1 << 16))
}

const folder = mkdtempSync(join(tmpdir(), 'demarche-hostile-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
/** A file called like a bomb, as far as a name may go. */
async function named(bomb) {
  let name = `n${bomb.text.slice(0, 200).replaceAll(/[\0/]/g, '_').toWellFormed()}`
  while (Buffer.byteLength(name) > 200) name = name.slice(0, -1).toWellFormed()
  const path = join(folder, `${name}.txt`)
  writeFileSync(path, 'Armenia recalled its ambassador from Belarus on Thursday.')
  const result = await rowsOf([folder])
  rmSync(path)
  return { ...result, kept: 1 }
}
let server
const WAYS = {
  ...Object.fromEntries(
    Object.entries(CHANNELS).map(([name, make]) => [
      name,
      async (bomb) => {
        const { bytes, kept } = make(bomb)
        return { ...(await rowsOf(['-'], inPieces(bytes))), kept }
      },
    ]),
  ),
  name: named,
  async question(bomb) {
    const { wrong, seconds } = await server.ask(bomb.text, cpu)
    if (wrong) throw new Error(wrong)
    return { rows: [{}], kept: 0, seconds }
  },
}
/** Ways on which more than so many characters never come, or are cut. */
const SMALL = new Set(['name', 'question', 'fields'])

const tally = { cases: 0, coded: 0, degraded: 0, refused: 0, wrong: 0 }
const [refusedBy, slowest] = [new Map(), []]
const channels = values.channels.split(',')
const warm = await rowsOf(['-'], inPieces(CHANNELS.archive({ text: '<p>Armenia recalled its ambassador.</p>'.repeat(200) }).bytes))
if (channels.includes('question')) server = await asker(warm.rows.filter((it) => it.claims))
for (let i = 0; i < 20; i++)
  await rowsOf(['-'], inPieces(CHANNELS.page({ text: '<p>Armenia recalled its ambassador from Belarus.</p>'.repeat(20) }).bytes))
const [part, parts] = values.part.split('/').map(Number)
let number = 0
for (const size of values.sizes.split(','))
  for (const bomb of bombs(SIZES[size])) {
    if (values.only ? !values.only.includes(bomb.name) : number++ % parts !== part - 1) continue
    for (const channel of channels) {
      if (size === 'large' && SMALL.has(channel)) continue
      const where = `${bomb.name} (${size}) as ${channel}`
      let result
      try {
        result = await WAYS[channel](bomb)
      } catch (error) {
        result = { rows: [], kept: 0, seconds: 0, error: String(error).slice(0, 200) }
      }
      const { seconds } = result
      const failures = result.rows.filter((it) => it.failure)
      const faults = [
        result.error,
        result.rows.length === 0 && result.error === undefined && 'ended in no state',
        result.rows.length - failures.length < result.kept && `a good document beside it was lost`,
        ...failures.filter(({ failure }) => !KNOWN.has(failure.reason)).map(({ failure }) => `${failure.reason}: ${failure.fault}`),
        seconds > Number(values.seconds) && `${seconds.toFixed(1)} CPU seconds`,
      ].filter(Boolean)
      tally.cases++
      tally.coded += result.rows.length - failures.length
      tally.degraded += result.rows.filter((it) => it.article?.degraded).length
      tally.refused += failures.length
      for (const { failure } of failures) refusedBy.set(failure.reason, (refusedBy.get(failure.reason) ?? 0) + 1)
      slowest.push([seconds, where])
      if (faults.length > 0) tally.wrong++
      if (values.verbose || faults.length > 0)
        console.log(
          `${where}: ${[...new Set(faults)].join('; ') || 'fine'} · ${seconds.toFixed(2)} CPU s, ${result.rows.length} rows, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`,
        )
    }
  }
await hands.close()
await server?.close()
const most = process.resourceUsage().maxRSS / 1024
console.log(
  `${tally.cases} cases: ${tally.coded} documents coded (${tally.degraded} in part), ${tally.refused} refused (${[...refusedBy].map((it) => it.join(' ')).join(', ')}), ${tally.wrong} cases wrong`,
)
console.log(
  `slowest: ${slowest
    .toSorted((a, b) => b[0] - a[0])
    .slice(0, 5)
    .map(([s, where]) => `${where} ${s.toFixed(2)} s`)
    .join(' · ')}`,
)
console.log(`memory at most ${most.toFixed(0)} MiB`)
process.exitCode = tally.wrong > 0 || most > Number(values.mebibytes) ? 1 : 0
