import { defineCommand } from 'citty'
import { readRules } from '../../coding/index.js'
import { readInputs } from '../../ingest/index.js'
import { documentRow, loadPipeline, readArticle } from '../../pipeline.js'
import { EXIT } from '../exit.js'
import { dayOption, inputArgs, inputsOf } from '../options.js'
import { print } from '../print.js'
import { folderUrl } from '../rules.js'
import { claimTable, claimCsv } from '../tables.js'
import { eachItem } from '../items.js'

export default defineCommand({
  meta: { name: 'code', description: 'Reads inputs and prints the claims that they make. Keeps nothing.' },
  args: {
    ...inputArgs,
    jsonl: { type: 'boolean', description: 'one JSON row a document, with every layer' },
    json: { type: 'boolean', description: 'the same rows as one JSON array' },
    csv: { type: 'boolean', description: 'one line a claim' },
    rules: { type: 'string', description: 'a folder of your own rules, laid over ours with the same checks' },
  },
  async run({ args }) {
    const inputs = inputsOf(args._)
    const date = dayOption('date', args.date)
    const pipeline = loadPipeline(args.rules === undefined ? [] : readRules(folderUrl(args.rules), args.rules))
    const format = args.jsonl ? 'jsonl' : args.json ? 'json' : args.csv ? 'csv' : 'table'
    const out = print(format, { table: claimTable, csv: claimCsv })
    const counts = await eachItem(readInputs(inputs, date === undefined ? {} : { date }), out, (item) =>
      documentRow(item.id, item.input, readArticle(pipeline, item.article)),
    )
    await out.end()
    return counts.failed > 0 ? (counts.done > 0 ? EXIT.some : EXIT.failure) : counts.done > 0 ? EXIT.ok : EXIT.nothing
  },
})
