import { defineCommand } from 'citty'
import { isPending, pendingInputs } from '../../ingest/index.js'
import { threadArgs, threadsOption } from '../coding.js'
import { EXIT } from '../exit.js'
import { handsFor, inOrder, notFound } from '../hands/index.js'
import { printEach } from '../items.js'
import { dayOption, inputArgs, inputsOf, limitArgs, limitsOption } from '../options.js'
import { print } from '../print.js'
import { ownRules } from '../rules.js'
import { claimTable, claimCsv } from '../tables.js'

export default defineCommand({
  meta: { name: 'code', description: 'Reads inputs and prints the claims that they make. Keeps nothing.' },
  args: {
    ...inputArgs,
    ...limitArgs,
    ...threadArgs,
    jsonl: { type: 'boolean', description: 'one JSON row a document, with every layer' },
    json: { type: 'boolean', description: 'the same rows as one JSON array' },
    csv: { type: 'boolean', description: 'one line a claim' },
    rules: { type: 'string', description: 'a folder of your own rules, laid over ours with the same checks' },
  },
  async run({ args }) {
    const inputs = inputsOf(args._)
    const date = dayOption('date', args.date)
    const limits = limitsOption(args.limits)
    const own = ownRules(args.rules)
    const hands = handsFor({ threads: threadsOption(args.threads) ?? 1, own, limits })
    const format = args.jsonl ? 'jsonl' : args.json ? 'json' : args.csv ? 'csv' : 'table'
    const out = print(format, { table: claimTable, csv: claimCsv })
    try {
      const found = pendingInputs(inputs, { limits, ...(date === undefined ? {} : { date }) })
      const rows = inOrder(found, hands.window, async (it) => (isPending(it) ? hands.run({ do: 'code', pending: it }) : notFound(it)))
      const counts = await printEach(rows, out)
      await out.end()
      return counts.failed > 0 ? (counts.done > 0 ? EXIT.some : EXIT.failure) : counts.done > 0 ? EXIT.ok : EXIT.nothing
    } finally {
      await hands.close()
    }
  },
})
