import { defineCommand } from 'citty'
import { holdingOn } from '../../ledger/index.js'
import type { StateRow } from '../../spec/index.js'
import { printable } from '../cell.js'
import { EXIT, Usage } from '../exit.js'
import { entryLine, namesOf } from '../look.js'
import { dayOption } from '../options.js'
import { idsFor, lookArgs, withLook } from '../store.js'

export default defineCommand({
  meta: { name: 'state', description: 'Prints the standing relations of an actor, or of a pair, on a day, as known on a day.' },
  args: {
    ...lookArgs,
    'as-of': { type: 'string', description: 'the day on which relations hold (default: all entries, open and closed)', valueHint: 'DAY' },
    'known-at': { type: 'string', description: 'only what documents of that day and before it tell', valueHint: 'DAY' },
    json: { type: 'boolean', description: 'as JSON' },
  },
  async run({ args }) {
    const names = args._
    if (names.length < 1 || names.length > 2) throw new Usage('name one actor or two: codes (ARM), ids (state:ARM) or names')
    const asOf = dayOption('as-of', args['as-of']) ?? null
    const knownAt = dayOption('known-at', args['known-at'])
    return withLook(args, async (store) => {
      const pair = await Promise.all(names.map((name) => idsFor(store, name)))
      const unknown = names.filter((_, i) => pair[i]?.length === 0)
      if (unknown.length > 0)
        process.stderr.write(`demarche: the ledger knows nobody called ${unknown.map((it) => `“${it}”`).join(', ')}\n`)
      const entries = unknown.length > 0 ? [] : holdingOn(await store.entries(pair, knownAt), asOf)
      const row: StateRow = { pair: pair.map((ids, i) => ids[0] ?? names[i] ?? ''), asOf, knownAt: knownAt ?? null, entries }
      process.stdout.write(args.json ? `${JSON.stringify(row)}\n` : table(row, namesOf(await store.parties())))
      return entries.length > 0 ? EXIT.ok : EXIT.nothing
    })
  },
})

function table({ entries, pair, asOf, knownAt }: StateRow, nameOf: (id: string) => string): string {
  const head = `${pair.map(nameOf).join(' and ')}${asOf === null ? '' : ` on ${asOf}`}${knownAt === null ? '' : `, as known on ${knownAt}`}`
  if (entries.length === 0) return `${printable(head)}: nothing is known\n`
  return `${printable(head)}\n${entries.map((entry) => `  ${printable(entryLine(entry, nameOf))}\n`).join('')}`
}
