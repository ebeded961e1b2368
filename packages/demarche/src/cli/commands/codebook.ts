import { defineCommand } from 'citty'
import { codebook, type RuleBook, readRules, withRules } from '../../coding/index.js'
import { folderUrl } from '../rules.js'
import { bundlePart } from '../../bundle.js'
import { EXIT } from '../exit.js'

export default defineCommand({
  meta: { name: 'codebook', description: 'Writes the coding rules as a page, made from the rules themselves.' },
  args: {
    rules: { type: 'string', description: 'a folder of your own rules, laid over ours and checked with them' },
    json: { type: 'boolean', description: 'the rules as JSON' },
  },
  run({ args }) {
    const ours = bundlePart('rules') as RuleBook
    const book = args.rules === undefined ? ours : withRules(ours, readRules(folderUrl(args.rules), args.rules))
    process.stdout.write(args.json ? `${JSON.stringify(book.rules)}\n` : codebook(book, ours.notCoded))
    return EXIT.ok
  },
})
