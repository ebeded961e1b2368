import { defineCommand } from 'citty'
import type { DocumentRow } from '../../spec/index.js'
import { printable } from '../cell.js'
import { EXIT, Usage } from '../exit.js'
import { dayOption } from '../options.js'
import { storeArgs, withStore } from '../store.js'
import { mentionsBy, type Told, toldBy } from '../told.js'

/** Articles that are compared with each other, every one with every other. */
const MOST = 1500

export default defineCommand({
  meta: {
    name: 'story',
    description:
      'Shows what several articles tell of one happening, also in words that no rule codes, and which events of the ledger may be one that was kept apart, with the reason.',
  },
  args: {
    ...storeArgs,
    from: { type: 'string', description: 'first day of publication', valueHint: 'DAY' },
    to: { type: 'string', description: 'last day of publication', valueHint: 'DAY' },
    all: { type: 'boolean', description: 'also what no rule codes in any article' },
    apart: { type: 'boolean', description: 'only what stands in the ledger as more than one event' },
    mentions: {
      type: 'boolean',
      description:
        'a JSON line for each article: every word that names what happened, with the event that it is a mention of across articles',
    },
    json: { type: 'boolean', description: 'as JSON' },
  },
  async run({ args }) {
    const [from, to] = [dayOption('from', args.from), dayOption('to', args.to)]
    return withStore(args.db, 'read', async (store) => {
      const rows: DocumentRow[] = []
      for await (const row of store.rows()) {
        const day = row.article.published?.day
        if ((from !== undefined && (day === undefined || day < from)) || (to !== undefined && (day === undefined || day > to))) continue
        if (rows.push(row) > MOST) throw new Usage(`more than ${MOST} articles: narrow the days with --from and --to`)
      }
      if (args.mentions) {
        const all = await mentionsBy(store, rows)
        for (const it of all) process.stdout.write(`${JSON.stringify(it)}\n`)
        return all.length > 0 ? EXIT.ok : EXIT.nothing
      }
      const told = (await toldBy(store, rows, args.all === true)).filter(({ events }) => !args.apart || events.length > 1)
      process.stdout.write(args.json ? `${JSON.stringify({ told })}\n` : told.map(text).join('\n') || 'no two articles tell the same\n')
      return told.length > 0 ? EXIT.ok : EXIT.nothing
    })
  },
})

function text({ told, events, apart }: Told): string {
  const articles = new Set(told.map(({ document }) => document)).size
  const lines = told.map(
    ({ known, publisher, word, sentence, event, document, from, to }) =>
      `  ${known ?? 'undated'} ${publisher ?? document}: “${sentence.replace(/\s+/g, ' ')}”\n    “${word}” at ${from}..${to} of ${document}${event === undefined ? '' : `, ${event}`}\n`,
  )
  const why = apart.map((it) => `  ${it.event} is kept apart from ${it.from}: ${it.why}\n`)
  return printable(
    `${articles} articles: ${told[0]!.word}${events.length === 0 ? ', coded in none' : ''}\n${lines.join('')}${why.join('')}`,
  )
}
