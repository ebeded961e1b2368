import { type Doc, XPOS } from '../../doc/index.js'
import type { Atoms } from './atoms.js'
import type { Match } from './match.js'
import type { Tense } from './reading.js'
import { type Symbols, UNKNOWN } from './symbols.js'

/** How far a verb may stand from an expression to tell which way it looks, in atoms; an infinitive counts from nearby only. */
const REACH = 14
const REACH_OF_INFINITIVE = 6

const BACK = -1
const AHEAD = 1
const INFINITIVE = 2

// After a comma these open another clause, whose verb stands behind.
const CLAUSE = new Set(['but', 'and', 'when', 'while', 'after', 'before', 'although', 'though', 'as'])
// “to” before these is a preposition; before other words in lower case it is mostly an infinitive, which looks ahead.
const AFTER_TO = new Set('his her their its our my your all both any him them it us me you what which whom'.split(' '))
const PAST = new Set(['VBD', 'VBN'])

/** Which way each atom looks: ahead, back, an infinitive, or 0 for neither. By tags where there are some, else by the words and by `-ed`. */
export function directions(atoms: Atoms, symbols: Symbols, { tokens, tags }: Partial<Doc<'tokens' | 'tags'>>): Int8Array {
  const { word, line, start } = atoms
  const ways = new Int8Array(word.length)
  let token = 0
  for (let i = 0; i < ways.length; i++) {
    const it = word[i]!
    if (symbols.value(it, 'AHEAD') !== undefined) ways[i] = AHEAD
    else if (it === 'to' && line[i + 1] === UNKNOWN && !AFTER_TO.has(word[i + 1]!)) ways[i] = INFINITIVE
    else if (tokens && tags) {
      while (token < tokens.length && tokens.end[token]! <= start[i]!) token++
      if (token < tokens.length && PAST.has(XPOS[tags.xpos[token]!]!)) ways[i] = BACK
    } else if (symbols.value(it, 'BACK') !== undefined || (it.length > 4 && it.endsWith('ed') && !it.endsWith('eed'))) ways[i] = BACK
    // “will be held”, “to be signed”: the participle goes with its auxiliary.
    if (ways[i] === BACK && i > 1 && word[i - 1] === 'be' && ways[i - 2]! > 0) ways[i] = AHEAD
  }
  return ways
}

/** The tense of the verb nearest to an expression in its sentence. What stands behind counts from twice as far: the verb mostly stands before. */
export function tenseAt(ways: Int8Array, { line, word }: Atoms, { first, end }: Match): Tense {
  let left = first - 1
  let right = end
  for (let step = 0; step < REACH; step++) {
    if (left >= 0 && line[left] !== '\n') {
      const way = ways[left]!
      if (way === BACK || way === AHEAD || (way === INFINITIVE && step < REACH_OF_INFINITIVE)) return way === BACK ? 'back' : 'ahead'
      left = left > 0 && line[left - 1] === ',' && CLAUSE.has(word[left]!) ? -1 : left - 1
    } else left = -1
    if (step % 2 === 1 && right < ways.length && line[right] !== '\n') {
      if (ways[right] === BACK || ways[right] === AHEAD) return ways[right] === BACK ? 'back' : 'ahead'
      right++
    }
  }
  return undefined
}
