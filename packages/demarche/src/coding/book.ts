import { Problem } from '../text/index.js'
import { type Classes, expandClasses, type LightVerb, type Nominal } from './lexicon.js'
import { FRAMES, type Codes, type Condition, type Frame, type Rule, ROLES, type Source, WAYS } from './rule.js'
import { faultOfCodes, type Schemes } from './schemes.js'

/** What a kind of act becomes in each frame; `contexts` are added to those of the act, and `words` tell the kind where no rule reads the act. */
export type Contents = Readonly<Record<string, Content>>
export interface Content {
  readonly contexts: readonly string[]
  readonly words: readonly string[]
  readonly frames: Readonly<Partial<Record<Frame, Codes>>>
}

/** Everything that coding reads: the rules and the words and schemes they name. Plain data, as it stands in `bundle/rules.json`. */
export interface RuleBook {
  readonly rules: readonly Rule[]
  readonly classes: Classes
  readonly nominals: readonly Nominal[]
  readonly lightVerbs: readonly LightVerb[]
  readonly contents: Contents
  /** Context → words that give it. */
  readonly contexts: Readonly<Record<string, readonly string[]>>
  readonly schemes: Schemes
  readonly chooser?: ChooserWeights
  /** Codes that no rule gives on purpose, with the reason. */
  readonly notCoded?: Readonly<Record<string, string>>
}

/** Weights of the chooser: whole numbers from -127 to 127 by feature; divided by `scale` they are log-odds. */
export interface ChooserWeights {
  readonly bias: number
  readonly scale: number
  /** Claims below this belief are not made. */
  readonly least: number
  /** The same for what a sentence recalls from before its story, which the sentences that taught the weights leave out as no news. `least` where it is absent. */
  readonly leastRecalled?: number
  /** Platt's line from the log-odds of a belief to those of the confidence of a claim. Absent: the belief is the confidence. */
  readonly confidence?: { readonly slope: number; readonly shift: number }
  readonly weights: Readonly<Record<string, number>>
}

/** Conditions that need no word class: kinds of party, sectors, and what stands beside roles. */
export const BUILT_IN: ReadonlySet<string> = new Set([
  'any',
  'none',
  'actor',
  'state',
  'person',
  'organisation',
  'group',
  'named',
  'several',
  'place',
  'number',
  'act',
  'verb',
  'yes',
  'no',
  'actual',
  'future',
  'hypothetical',
  'negated',
])
export const SECTORS: ReadonlySet<string> = new Set(
  'GOV MIL COP REB OPP PTY LEG JUD SPY IGO NGO JRN EDU BUS CRM CVL REL LAB UAF RAD REF MNC IMG ELI AGR HRI ENV MED DEV SET IND CHR MOS JEW HIN BUD'.split(
    ' ',
  ),
)

/** Checks all rules together and gives the book. Throws a `Problem` with file and line for the first fault. */
export function bindRules(book: RuleBook): RuleBook {
  const classes = expandClasses(book.classes, 'lexicon/classes.yml')
  const named = new Map<string, Rule>()
  for (const rule of book.rules) {
    const before = named.get(rule.rule)
    if (before) throw fault(rule, `the rule “${rule.rule}” stands in ${before.file} too`, 'rename one')
    named.set(rule.rule, rule)
  }
  for (const rule of book.rules) checkRule(rule, { ...book, classes }, named)
  checkCircles(book.rules, named)
  checkContents(book)
  return { ...book, rules: book.rules.filter(({ off }) => !off), classes }
}

function checkRule(rule: Rule, book: RuleBook, named: ReadonlyMap<string, Rule>): void {
  if (rule.off) return
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(rule.rule)) throw fault(rule, `“${rule.rule}” is no name of a rule`, 'write lower case and hyphens')
  if (rule.gloss === '') throw fault(rule, 'there is no gloss', 'say in one sentence what the rule codes')
  if (rule.codes.type === undefined) throw fault(rule, 'codes have no type', 'write codes: { type: … }, or type: none')
  if (rule.verbs.length + rule.nouns.length + rule.adjectives.length === 0)
    throw fault(rule, 'no word names the act', 'give verbs, nouns or adjectives')
  for (const codes of [rule.codes, ...rule.variants.map((variant) => ({ type: rule.codes.type!, ...variant.codes }))]) {
    const wrong = faultOfCodes(book.schemes, codes)
    if (wrong) throw fault(rule, wrong.fault, wrong.cure)
  }
  for (const over of rule.over)
    if (!named.has(over) && !book.schemes.plover.types[over]) throw fault(rule, `over: there is no rule or type “${over}”`, 'mend the name')
  if (rule.frame && !FRAMES.includes(rule.frame)) throw fault(rule, `“${rule.frame}” is no frame`, `there are ${FRAMES.join(', ')}`)
  if (rule.content !== undefined && !book.contents[rule.content])
    throw fault(rule, `no content “${rule.content}” in rules/contents.yml`, `there are ${Object.keys(book.contents).join(', ')}`)
  for (const [role, condition] of [...Object.entries(rule.roles), ...rule.variants.flatMap(({ where }) => Object.entries(where))])
    checkCondition(rule, role, condition, book)
  const sources = [
    ...rule.actor,
    ...rule.recipient,
    ...Object.values(rule.others).flat(),
    ...Object.values(rule.figures)
      .flat()
      .map((role) => ({ role })),
  ]
  for (const source of sources) checkSource(rule, source)
  for (const trigger of [...rule.verbs, ...rule.nouns, ...rule.adjectives]) checkTrigger(rule, trigger, book)
  for (const [name, words] of Object.entries(rule.words)) checkWords(rule, name, words, book)
  if (rule.finds.length < 2) throw fault(rule, 'finds: fewer than two examples', 'give at least two sentences that the rule must find')
  if (rule.ignores.length === 0)
    throw fault(rule, 'ignores: no counter-example', 'give at least one sentence that the rule must leave alone')
  for (const { as, line } of rule.ignores)
    if (as !== undefined && !named.has(as)) throw fault(rule, `there is no rule “${as}”`, 'mend the name', line)
}

function checkCondition(rule: Rule, role: string, condition: Condition, { classes, schemes }: RuleBook): void {
  if (!ROLES.has(role)) throw fault(rule, `“${role}” is no role`, `there are ${[...ROLES].join(', ')}`)
  for (const { name } of condition.any.flat()) {
    if (rule.words[name] || BUILT_IN.has(name) || SECTORS.has(name) || schemes.plover.types[name] || classes[name]) continue
    throw fault(
      rule,
      `${role}: no word class “${name}”`,
      `there are ${[...Object.keys(rule.words), ...BUILT_IN, ...Object.keys(classes)].join(', ')}`,
    )
  }
}

function checkSource(rule: Rule, { how, role }: Source): void {
  const inner = role === 'content' && how !== undefined && how.endsWith('-of') && ROLES.has(how.slice(0, -3))
  if (how !== undefined && !WAYS.has(how) && !inner)
    throw fault(rule, `“${how}” is no way into a phrase`, `there are ${[...WAYS].join(', ')}, ROLE-of content`)
  if (!ROLES.has(role)) throw fault(rule, `“${role}” is no role`, `there are ${[...ROLES].join(', ')}`)
}

function checkWords(rule: Rule, of: string, words: readonly string[], { classes }: RuleBook): void {
  for (const word of words) {
    const name = /^\{(.+)\}$/.exec(word)?.[1]
    if (name !== undefined && !rule.words[name] && !classes[name])
      throw fault(rule, `words: “${of}” takes in a class “${name}” that is nowhere`, `there are ${Object.keys(classes).join(', ')}`)
  }
}

function checkTrigger(rule: Rule, trigger: string, { classes }: RuleBook): void {
  for (const [, name = ''] of trigger.matchAll(/\{([^}]+)\}/g)) {
    if (!rule.words[name] && !classes[name])
      throw fault(
        rule,
        `“${trigger}”: no word class “${name}”`,
        `there are ${[...Object.keys(rule.words), ...Object.keys(classes)].join(', ')}`,
      )
  }
  if (trigger.startsWith('{'))
    throw fault(rule, `“${trigger}” starts with a class`, 'the first word of a verb and the last of a noun are plain words')
}

function checkCircles(rules: readonly Rule[], named: ReadonlyMap<string, Rule>): void {
  const done = new Set<string>()
  const visit = (rule: Rule, above: readonly string[]): void => {
    if (above.includes(rule.rule)) throw fault(rule, `over goes in a circle: ${[...above, rule.rule].join(' → ')}`, 'take one away')
    if (done.has(rule.rule)) return
    for (const name of rule.over) if (named.has(name)) visit(named.get(name)!, [...above, rule.rule])
    done.add(rule.rule)
  }
  for (const rule of rules) visit(rule, [])
}

function checkContents({ contents, schemes, classes }: RuleBook): void {
  for (const [name, { contexts, frames, words }] of Object.entries(contents)) {
    const strange = words.find((word) => word.startsWith('{') && !classes[word.slice(1, -1)])
    if (strange !== undefined)
      throw new Problem({
        reason: 'bad-rule',
        place: `rules/contents.yml: ${name}`,
        fault: `words: there is no class “${strange}”`,
        cure: `there are ${Object.keys(classes).join(', ')}`,
      })
    for (const codes of [{ contexts }, ...Object.values(frames)]) {
      const wrong = faultOfCodes(schemes, codes)
      if (wrong) throw new Problem({ reason: 'bad-rule', place: `rules/contents.yml: ${name}`, ...wrong })
    }
  }
}

const fault = ({ file }: Rule, what: string, cure: string, line = 1): Problem =>
  new Problem({ reason: 'bad-rule', place: `${file}:${line}`, fault: what, cure })
