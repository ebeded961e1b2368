import { type Doc, XPOS, type Xpos } from '../../doc/index.js'
import type { Atoms } from './atoms.js'
import type { Match } from './match.js'
import type { Tense } from './reading.js'
import { type Symbols, UNKNOWN } from './symbols.js'

/** How far a verb may stand from an expression to tell which way it looks, in atoms; an infinitive or a present counts from nearby only. */
const REACH = 14
const REACH_OF_INFINITIVE = 8

const BACK = -1
const AHEAD = 1
const INFINITIVE = 2
const PRESENT = 3

// After a comma these open another clause, whose verb stands behind.
const CLAUSE = new Set(['but', 'and', 'when', 'while', 'after', 'before', 'although', 'though', 'as'])
// “to” before these is a preposition; before other words in lower case it is mostly an infinitive, which looks ahead.
const AFTER_TO = new Set('his her their its our my your all both any him them it us me you what which whom death'.split(' '))

/** Which way each atom looks: ahead, back, a present, an infinitive, or 0 for neither. Without tags a past is a word in `-ed`. */
export function directions(atoms: Atoms, symbols: Symbols, { tokens, tags }: Partial<Doc<'tokens' | 'tags'>>): Int8Array {
  const { word, line, start } = atoms
  const ways = new Int8Array(word.length)
  let token = 0
  for (let i = 0; i < ways.length; i++) {
    const it = word[i]!
    if (symbols.value(it, 'AHEAD') !== undefined) ways[i] = AHEAD
    else if (it === 'to' && line[i + 1] === UNKNOWN && !AFTER_TO.has(word[i + 1]!)) {
      // “According to officials”: where the tagger sees a preposition and then a plural or a name, there is no verb.
      if (tokens && tags) while (token < tokens.length && tokens.end[token]! <= start[i]!) token++
      if (!tokens || !tags || isInfinitive(tags, token)) ways[i] = INFINITIVE
    } else if (tokens && tags && line[i] !== '\n') {
      while (token < tokens.length && tokens.end[token]! <= start[i]!) token++
      if (token < tokens.length) ways[i] = wayOfTag(XPOS[tags.xpos[token]!]!, tags.lemma[token]!, symbols)
    } else if (!tags && it.length > 4 && it.endsWith('ed') && !it.endsWith('eed')) ways[i] = BACK
    // “will be held”, “to be signed”: the participle goes with its auxiliary.
    if (ways[i] === BACK && word[i - 1] === 'be' && (isAhead(ways[i - 2] ?? 0) || isAhead(ways[i - 3] ?? 0))) ways[i] = AHEAD
    // “is heard in May” may be either.
    else if (ways[i] === BACK && (word[i - 1] === 'is' || word[i - 1] === 'are')) ways[i] = 0
  }
  return ways
}

const NO_VERB: ReadonlySet<Xpos | undefined> = new Set<Xpos>(['NNS', 'NNP', 'NNPS', 'CD', 'VBG', 'DT', 'PRP'])
const isInfinitive = ({ xpos }: Doc<'tags'>['tags'], to: number): boolean =>
  XPOS[xpos[to] ?? 0] === 'TO' || !NO_VERB.has(XPOS[xpos[to + 1] ?? 0])

const isAhead = (way: number): boolean => way === AHEAD || way === INFINITIVE

function wayOfTag(tag: Xpos, lemma: string, symbols: Symbols): number {
  if (tag === 'VBD' || tag === 'VBN') return BACK
  // “The council meets on Friday” is a plan, “the minister says” is not.
  return (tag === 'VBZ' || tag === 'VBP') && symbols.value(lemma, 'REPORT') === undefined ? PRESENT : 0
}

/** The tense of the verb nearest to an expression in its sentence. What stands behind counts from twice as far: the verb mostly stands before. */
export function tenseAt(ways: Int8Array, { line, word }: Atoms, { first, end }: Match): Tense {
  let left = first - 1
  let right = end
  // A present only stands when no past is near it: nouns in -s are taken for presents now and then.
  let present = false
  for (let step = 0; step < REACH; step++) {
    if (left >= 0 && line[left] !== '\n') {
      const way = ways[left]!
      if (way === BACK || way === AHEAD || (way === INFINITIVE && step < REACH_OF_INFINITIVE)) return way === BACK ? 'back' : 'ahead'
      present ||= way === PRESENT && step < REACH_OF_INFINITIVE
      left = line[left] === ',' && present ? -1 : left > 0 && line[left - 1] === ',' && CLAUSE.has(word[left]!) ? -1 : left - 1
    } else if (present) return 'ahead'
    else left = -1
    if (step % 2 === 1 && right < ways.length && line[right] !== '\n') {
      if (ways[right] === BACK || ways[right] === AHEAD) return ways[right] === BACK ? 'back' : 'ahead'
      right++
    }
  }
  return present ? 'ahead' : undefined
}
