import { defineCommand } from 'citty'
import { KEY, openEndpoint, readLog, type Opinion } from '../../opinion/index.js'
import { adjudicate, questionsOf, replay } from '../adjudicating.js'
import { EXIT, Usage } from '../exit.js'
import { opinionLog } from '../opinions.js'
import { storeArgs, withStore } from '../store.js'

export default defineCommand({
  meta: {
    name: 'adjudicate',
    description:
      'Asks a language model of your choice which reading of a contested claim it prefers, and keeps its opinion in a log beside the ledger. It changes no claim; without --endpoint nothing is asked.',
  },
  args: {
    ...storeArgs,
    endpoint: {
      type: 'string',
      description: `base address of an OpenAI-compatible service, such as https://host/v1; its key is read from ${KEY}`,
      valueHint: 'URL',
    },
    model: { type: 'string', description: 'the name of the model at the endpoint', valueHint: 'NAME' },
    limit: { type: 'string', description: 'how many claims are asked about at most', default: '100', valueHint: 'NUMBER' },
    log: { type: 'string', description: 'the log of opinions; PATH.opinions.jsonl of the ledger unless given', valueHint: 'FILE' },
    replay: { type: 'boolean', description: 'checks the log and prints what still stands of it, without a network' },
    'allow-private': { type: 'boolean', description: 'lets the endpoint be on this machine and its network' },
  },
  run({ args }) {
    const log = opinionLog(args.db, args.log, '--log')
    const known = readLog(log)
    if (args.replay) {
      return withStore(args.db, 'read', async (store) => {
        const { stand, stale } = await replay(questionsOf(store), known)
        for (const it of stand) say(it)
        process.stderr.write(`demarche: ${stand.length} opinions stand, ${stale} are of claims or readings that are no more\n`)
        return stand.length > 0 ? EXIT.ok : EXIT.nothing
      })
    }
    const { endpoint: url, model } = args
    if (url === undefined || model === undefined)
      throw new Usage('--endpoint URL and --model NAME are needed to ask; --replay asks nothing')
    const limit = Number(args.limit)
    if (!Number.isInteger(limit) || limit < 1) throw new Usage(`--limit: “${args.limit}” is no number of claims`)
    const endpoint = openEndpoint({ url, model, key: process.env[KEY] || undefined, allowPrivate: args['allow-private'] === true })
    return withStore(args.db, 'read', async (store) => {
      const count = { asked: 0, abstained: 0 }
      try {
        const day = (): string => new Date().toISOString().slice(0, 10)
        for await (const it of adjudicate(questionsOf(store), { endpoint, model, limit, log, known, day })) {
          count.asked++
          if (it.choice === null) count.abstained++
          say(it)
        }
      } finally {
        await endpoint.close()
        process.stderr.write(`demarche: ${count.asked} asked, ${count.abstained} abstentions; the log is ${log}\n`)
      }
      return count.asked > 0 ? EXIT.ok : EXIT.nothing
    })
  },
})

const say = (opinion: Opinion): void => void process.stdout.write(`${JSON.stringify(opinion)}\n`)
