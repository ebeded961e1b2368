import type { RuleBook } from './book.js'
import { readRule } from './load.js'
import { readSchemes } from './schemes.js'

/** The text of a sound rule of a name, with further fields. */
export const rule = (name: string, more = ''): string => `rule: ${name}
gloss: Sends help.
codes: { type: AID, mode: food, cameo: "073" }
verbs: [send, hand out]
roles: { theme: food }
${more}
finds:
  - "{actor Peru} sent {recipient Chile} bread."
  - { text: "{actor Peru} will send bread.", status: future }
ignores:
  - { text: "Peru sent word.", why: word is no food }
`
/** A small book of rules. */
export const book = (texts: readonly string[], more: Partial<RuleBook> = {}): RuleBook => ({
  rules: texts.map((text, i) => readRule(text, `${i}.yml`)),
  classes: { food: ['bread', '{grain}'], grain: ['rice'] },
  nominals: [],
  lightVerbs: [],
  contents: {},
  contexts: {},
  schemes: readSchemes(
    'types: { AID: { gloss: Gives help, quad: 2, score: 7, modes: { food: { score: 8, gloss: food } } } }\ncontexts: [health]\n',
    'code\tname\n073\tgive food\n074\tgive cloth\n',
  ),
  ...more,
})

/** What help becomes inside a request. */
export const CONTENT = { contexts: [], words: ['{food}'], frames: { ask: { type: 'AID' } } }
