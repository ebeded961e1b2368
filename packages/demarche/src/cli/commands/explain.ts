import { existsSync, readFileSync } from 'node:fs'
import { defineCommand } from 'citty'
import { explanationText } from '../../coding/index.js'
import { articleOf } from '../../doc/index.js'
import { explainArticle, loadPipeline } from '../../pipeline.js'
import { evidenceOf, evidenceText } from '../evidence.js'
import { EXIT } from '../exit.js'
import { dayOption } from '../options.js'
import { ownRules } from '../rules.js'
import { storeArgs, withStore } from '../store.js'

const LEDGER_ID = /^(event|claim)-[0-9a-f]{16}$/

const explainEvent = ({
  db,
  text,
  json,
}: {
  readonly db: string
  readonly text: string
  readonly json?: boolean | undefined
}): Promise<number> =>
  withStore(db, 'read', async (store) => {
    const found = await evidenceOf(store, text)
    if (!found) process.stderr.write(`demarche: ${db} has no ${text}\n`)
    else process.stdout.write(json ? `${JSON.stringify(found)}\n` : evidenceText(found))
    return found ? EXIT.ok : EXIT.nothing
  })

export default defineCommand({
  meta: {
    name: 'explain',
    description:
      'Shows why a text is coded as it is: what was read under each role, the rule with its file, the rivals, and what would have changed the code. With the id of an event or a claim: the sentences of the ledger that tell it, and why they were merged.',
  },
  args: {
    ...storeArgs,
    text: {
      type: 'positional',
      required: true,
      description: 'a sentence in quotation marks, a file of plain text, or an id of the ledger',
    },
    date: { type: 'string', description: 'the day of the text' },
    rules: { type: 'string', description: 'a folder of your own rules, laid over ours and checked with them' },
    json: { type: 'boolean', description: 'the same as JSON' },
  },
  async run({ args }) {
    if (LEDGER_ID.test(args.text)) return explainEvent(args)
    const text = existsSync(args.text) ? readFileSync(args.text, 'utf8') : args.text
    const found = explainArticle(loadPipeline(ownRules(args.rules)), articleOf(text, dayOption('date', args.date)))
    if (args.json) process.stdout.write(`${JSON.stringify(found)}\n`)
    else for (const it of found) process.stdout.write(`${explanationText(it, ({ from, to }) => text.slice(from, to))}\n\n`)
    if (found.length === 0) process.stderr.write('no rule takes anything in this text\n')
    return found.length === 0 ? EXIT.nothing : EXIT.ok
  },
})
