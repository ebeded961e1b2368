import type { RuleBook } from './book.js'
import { keysOf, splitWords, type WordSet, wordSet } from './classes.js'
import type { Rule } from './rule.js'

/** A word or a class of words of a trigger. */
export type Piece = { readonly word: string } | { readonly set: WordSet }

/** One way in which a rule's act is named: the head word, and the words that stand with it. */
export interface Trigger {
  readonly rule: Rule
  readonly form: 'verb' | 'noun' | 'adjective'
  /** Words after the head of a verb, or before the head of a noun, in the order of the text. */
  readonly rest: readonly Piece[]
  /** From `lexicon/nominals.tsv`, not from the rule itself: a little weaker. */
  readonly derived: boolean
}

/** A rule book, indexed for reading: triggers by head word, classes as sets. */
export interface Coder {
  readonly book: RuleBook
  readonly triggers: Readonly<Record<'verb' | 'noun' | 'adjective', ReadonlyMap<string, readonly Trigger[]>>>
  readonly classes: ReadonlyMap<string, WordSet>
  readonly contexts: readonly (readonly [string, WordSet])[]
  /** The keys of the words of all contexts. */
  readonly contextKeys: ReadonlySet<string>
  /** Contents with the words that tell them, in the order of the table. */
  readonly contents: readonly (readonly [string, WordSet])[]
  /** What `read/clauses` must look for. */
  readonly words: {
    readonly verbs: ReadonlySet<string>
    readonly nouns: ReadonlyMap<string, { readonly of: 'theme' | 'agent'; readonly possessor: 'theme' | 'agent' }>
    readonly adjectives: ReadonlySet<string>
    readonly carriers: ReadonlyMap<string, string>
  }
  /** Rule → the rules that it wins over, through types and chains. */
  readonly beats: ReadonlyMap<string, ReadonlySet<string>>
}

export function compileBook(book: RuleBook): Coder {
  const classes = new Map(Object.entries(book.classes).map(([name, words]) => [name, wordSet(words)]))
  for (const rule of book.rules)
    for (const [name, words] of Object.entries(rule.words))
      classes.set(
        `${rule.rule}:${name}`,
        wordSet(() => expand(words, book, rule, [name])),
      )
  const triggers = { verb: new Map<string, Trigger[]>(), noun: new Map<string, Trigger[]>(), adjective: new Map<string, Trigger[]>() }
  const put = (form: 'verb' | 'noun' | 'adjective', head: string, trigger: Trigger): void => {
    const list = triggers[form].get(head)
    if (list) list.push(trigger)
    else triggers[form].set(head, [trigger])
  }
  const nounsOf = nounsByVerbs(book)
  for (const rule of book.rules) {
    for (const text of rule.verbs) {
      const [head = '', ...rest] = pieces(text, rule, classes)
      if (typeof head === 'string' || !('word' in head)) continue
      put('verb', head.word, { rule, form: 'verb', rest: rest as Piece[], derived: false })
    }
    for (const [form, texts] of [
      ['noun', rule.nouns],
      ['adjective', rule.adjectives],
    ] as const) {
      for (const text of texts) {
        const all = pieces(text, rule, classes)
        const head = all.at(-1)
        if (head && 'word' in head) put(form, head.word, { rule, form, rest: all.slice(0, -1), derived: false })
      }
    }
    for (const noun of nounsOf(rule.verbs)) {
      if (rule.nouns.includes(noun)) continue
      const all = pieces(noun, rule, classes)
      const head = all.at(-1)
      if (head && 'word' in head) put('noun', head.word, { rule, form: 'noun', rest: all.slice(0, -1), derived: true })
    }
  }
  const types = Object.keys(book.schemes.plover.types)
  for (const type of types)
    classes.set(
      type,
      wordSet(() => wordsOfType(book, type, nounsOf)),
    )
  classes.set(
    'act',
    wordSet(() => [...types.flatMap((type) => wordsOfType(book, type, nounsOf)), ...book.nominals.map(({ noun }) => noun)]),
  )
  const contexts = Object.entries(book.contexts).map(([name, words]) => [name, wordSet(words)] as const)
  return {
    book,
    triggers,
    classes,
    contexts,
    contextKeys: keysOf(contexts.map(([, set]) => set)),
    contents: Object.entries(book.contents)
      .filter(([, { words }]) => words.length > 0)
      .map(([name, { words }]) => [
        name,
        wordSet(() => words.flatMap((word) => (word.startsWith('{') ? (book.classes[word.slice(1, -1)] ?? []) : [word]))),
      ]),
    words: actWords(book, triggers),
    beats: beatsOf(book),
  }
}

/** Words with `{class}` written out; the rule's own classes come first. A class that takes in itself adds nothing. */
const expand = (words: readonly string[], book: RuleBook, rule: Rule, above: readonly string[]): string[] =>
  words.flatMap((word) => {
    if (!word.startsWith('{')) return [word]
    const name = word.slice(1, -1)
    if (above.includes(name)) return book.classes[name] ?? []
    return rule.words[name] ? expand(rule.words[name], book, rule, [...above, name]) : (book.classes[name] ?? [])
  })

function pieces(text: string, rule: Rule, classes: ReadonlyMap<string, WordSet>): Piece[] {
  return text.split(/\s+/).flatMap((part): Piece[] => {
    if (!part.startsWith('{')) return splitWords(part).map((word) => ({ word }))
    const name = part.slice(1, -1)
    return [{ set: classes.get(`${rule.rule}:${name}`) ?? classes.get(name)! }]
  })
}

/** A rule whose agent is a thing ("talks **began**", "aid **arrived**"): its verbs name no act by themselves. */
const isOfThings = ({ roles, words }: Rule): boolean =>
  roles['agent'] !== undefined &&
  roles['agent'].any.length > 0 &&
  roles['agent'].any.every((tests) => tests.every(({ not, name }) => !not && words[name] !== undefined))

/** Words in lower case that stand alone in a rule or a word class: none of them is a name. */
export function commonWords(book: RuleBook): ReadonlySet<string> {
  const all = [
    ...Object.values(book.classes).flat(),
    ...book.nominals.map(({ noun }) => noun),
    ...book.rules.flatMap(({ verbs, nouns }) => [...verbs, ...nouns]),
  ]
  return new Set(all.filter((word) => /^\p{Ll}{4,}$/u.test(word)))
}

/** Verbs and nouns by which rules of a type are found; verbs with fixed words count by their whole phrase. */
function wordsOfType(book: RuleBook, type: string, nounsOf: (verbs: readonly string[]) => readonly string[]): string[] {
  const rules = book.rules.filter(
    (rule) => !isOfThings(rule) && (rule.codes.type === type || rule.variants.some((variant) => variant.codes.type === type)),
  )
  return rules.flatMap(({ verbs, nouns }) => [...[...verbs, ...nouns].filter((word) => !word.includes('{')), ...nounsOf(verbs)])
}

/** The nouns that name the acts of some verbs, in the order of the lexicon. */
function nounsByVerbs({ nominals }: RuleBook): (verbs: readonly string[]) => string[] {
  const byVerb = new Map<string, number[]>()
  for (const [i, { verb }] of nominals.entries()) byVerb.set(verb, [...(byVerb.get(verb) ?? []), i])
  return (verbs) => [...new Set(verbs.flatMap((verb) => byVerb.get(verb) ?? []))].toSorted((a, b) => a - b).map((i) => nominals[i]!.noun)
}

function actWords(book: RuleBook, triggers: Coder['triggers']): Coder['words'] {
  const of = new Map(book.nominals.map(({ noun, of: after, possessor }) => [splitWords(noun).at(-1)!, { of: after, possessor }]))
  return {
    verbs: new Set(triggers.verb.keys()),
    nouns: new Map([...triggers.noun.keys()].map((noun) => [noun, of.get(noun) ?? { of: 'theme', possessor: 'agent' }])),
    adjectives: new Set(triggers.adjective.keys()),
    carriers: new Map(book.lightVerbs.map(({ verb, effect }) => [verb, effect])),
  }
}

function beatsOf({ rules }: RuleBook): Map<string, Set<string>> {
  const direct = new Map(
    rules.map((rule) => [
      rule.rule,
      rules
        .filter((other) => other !== rule && (rule.over.includes(other.rule) || rule.over.includes(other.codes.type ?? '')))
        .map((other) => other.rule),
    ]),
  )
  const reach = (name: string, seen: Set<string>): Set<string> => {
    for (const next of direct.get(name) ?? []) if (!seen.has(next)) reach(next, seen.add(next))
    return seen
  }
  return new Map(rules.map(({ rule }) => [rule, reach(rule, new Set())]))
}
