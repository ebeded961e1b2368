import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineCommand } from 'citty'
import { readInputs } from '../../ingest/index.js'
import { coderVersion } from '../../bundle.js'
import { pairOf, pairsOf, quotesOf } from '../../serve/index.js'
import type { Store } from '../../store/index.js'
import { Problem } from '../../text/index.js'
import { fit, printable } from '../cell.js'
import { codeWaiting, holdings } from '../coding.js'
import { EXIT } from '../exit.js'
import { portArgs, servedFrom, serveUntilStopped } from '../served.js'
import { withStore } from '../store.js'
import { entryLine, eventLine, namesOf } from '../look.js'

/** The sample articles inside the package. */
const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url))
const SHOWN = 8

const NEXT = `
Go on
  npx demarche explain 'India recalled its ambassador from Pakistan on Friday.'   why a sentence has its code
  npx demarche ingest FILES                                                     your own articles, into demarche.db; then
  npx demarche dyad IND PAK                                                     what they tell of a pair, and
  npx demarche serve                                                            the page over them
`

export default defineCommand({
  meta: {
    name: 'demo',
    description:
      'Codes the sample articles into a ledger of its own, prints the first events and the state of a pair, and serves the page.',
  },
  args: { ...portArgs, serve: { type: 'boolean', description: 'serve the page afterwards (--no-serve: only print)', default: true } },
  async run({ args }) {
    const folder = mkdtempSync(join(tmpdir(), 'demarche-demo-'))
    const db = join(folder, 'demo.db')
    try {
      await withStore(db, 'write', fill)
      return await withStore(db, 'read', async (store) => {
        const path = await show(store)
        process.stdout.write(NEXT)
        if (args.serve) await serveUntilStopped(servedFrom(store, db), args, path)
        return EXIT.ok
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
})

async function fill(store: Store): Promise<void> {
  process.stderr.write('demarche: offline; no model to fetch, no key, nothing to configure\n')
  for await (const item of readInputs([EXAMPLES])) if (!('failure' in item)) await store.put([item])
  if ((await store.counts()).documents === 0)
    throw new Problem({
      reason: 'no-examples',
      place: EXAMPLES,
      fault: 'the sample articles are not there',
      cure: 'run `npm run build`, or install demarche again',
    })
  await codeWaiting(store, coderVersion(), { threads: 1 }, () => {})
  process.stderr.write(`demarche: ${await holdings(store)}\n`)
}

/** A sentence on one line of a terminal. */
const oneLine = (sentence: string): string => fit(sentence.split(/\s+/).join(' '), 130).trimEnd()

/** Prints the newest events with their words, and the state of the pair of which most is told. Returns the page's address of that pair. */
async function show(store: Store): Promise<string> {
  const { events } = await store.events({ limit: SHOWN, historical: false, status: 'actual' })
  const told = new Map((await quotesOf(store, events)).map(({ event, sentence }) => [event, sentence]))
  process.stdout.write('The newest events, each with the words that say so\n')
  for (const event of events)
    process.stdout.write(`  ${printable(eventLine(event))}\n      “${printable(oneLine(told.get(event.id) ?? ''))}”\n`)
  const [pair] = await pairsOf(store, 1)
  const found = pair && (await pairOf(store, pair.a.id, pair.b.id))
  if (!found) return '/'
  const [a, b] = found.pair
  process.stdout.write(`\n${a!.name} and ${b!.name} on ${found.asOf ?? 'the last day'}: ${found.events.length} events\n`)
  const nameOf = namesOf(await store.parties())
  process.stdout.write(found.state.map((it) => `  ${printable(entryLine(it, nameOf))}\n`).join('') || '  nothing is known to hold\n')
  return `/pair/${encodeURIComponent(a!.id)}/${encodeURIComponent(b!.id)}`
}
