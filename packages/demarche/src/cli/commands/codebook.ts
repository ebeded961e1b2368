import { defineCommand } from 'citty'
import { codebook, type RuleBook, withRules } from '../../coding/index.js'
import { faultsOf, ownRules } from '../rules.js'
import { bundlePart } from '../../bundle.js'
import { EXIT } from '../exit.js'

export default defineCommand({
  meta: { name: 'codebook', description: 'Writes the coding rules as a page, made from the rules themselves.' },
  args: {
    rules: { type: 'string', description: 'a folder of your own rules, laid over ours and checked with them' },
    check: { type: 'boolean', description: 'run the examples of all rules, yours and ours together, and say which come out otherwise' },
    json: { type: 'boolean', description: 'the rules as JSON' },
  },
  run({ args }) {
    const ours = bundlePart('rules') as RuleBook
    const own = ownRules(args.rules)
    if (args.check) {
      const faults = faultsOf(own)
      process.stdout.write(faults.map((fault) => `${fault}\n`).join(''))
      return faults.length === 0 ? EXIT.ok : EXIT.failure
    }
    const book = withRules(ours, own)
    process.stdout.write(args.json ? `${JSON.stringify(book.rules)}\n` : codebook(book, ours.notCoded))
    return EXIT.ok
  },
})
