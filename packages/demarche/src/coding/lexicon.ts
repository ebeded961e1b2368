import { Problem } from '../text/index.js'
import { readYaml } from './load.js'
import { isScalar } from './yaml.js'

/** Word classes as authored: name → lemmas; `{other}` takes in another class. */
export type Classes = Readonly<Record<string, readonly string[]>>

/** A noun that names the act of a verb, and what stands after *of* and before *'s*. */
export interface Nominal {
  readonly noun: string
  readonly verb: string
  readonly of: 'theme' | 'agent'
  readonly possessor: 'theme' | 'agent'
}

export const EFFECTS = ['plain', 'future', 'hypothetical', 'negated', 'ended'] as const
/** What a verb that carries a noun ("launched an attack", "called off the talks") does to the act. */
export type Effect = (typeof EFFECTS)[number]
export interface LightVerb {
  readonly verb: string
  readonly effect: Effect
}

export function readClasses(text: string, file: string): Classes {
  const it = readYaml(text, file)
  const named = it.names()
  const twice = named.find((name, i) => named.indexOf(name) < i)
  if (twice !== undefined) throw it.fault(it.map, `the class “${twice}” stands twice`, 'join the two')
  return Object.fromEntries(
    it.map.items.map(({ key }) => [String(isScalar(key) ? key.value : key), it.list(String(isScalar(key) ? key.value : key))]),
  )
}

/** Resolves `{other}` in every class. Throws for a circle or an unknown name. */
export function expandClasses(classes: Classes, file: string): Classes {
  const expand = (name: string, above: readonly string[]): string[] => {
    if (above.includes(name)) throw bad(file, `the class “${name}” takes in itself`, 'break the circle')
    const words = classes[name]
    if (!words) throw bad(file, `no word class “${name}”`, `there are ${Object.keys(classes).join(', ')}`)
    return words.flatMap((word) => (word.startsWith('{') ? expand(word.slice(1, -1), [...above, name]) : [word]))
  }
  return Object.fromEntries(Object.keys(classes).map((name) => [name, [...new Set(expand(name, []))]]))
}

/** Rows of a table of tabs, without comments (`#`) and its header line; cells are trimmed. */
export function readRows(text: string): { cells: string[]; line: number }[] {
  return text
    .split('\n')
    .map((line, i) => ({ cells: line.split('\t').map((cell) => cell.trim()), line: i + 1 }))
    .filter(({ cells }) => cells[0] !== '' && !cells[0]!.startsWith('#'))
    .slice(1)
}

export function readNominals(text: string, file: string): Nominal[] {
  return readRows(text).map(({ cells: [noun = '', verb = '', of = 'theme', possessor = 'agent'], line }) => {
    for (const cell of [of, possessor])
      if (cell !== 'theme' && cell !== 'agent') throw bad(`${file}:${line}`, `“${cell}” is neither theme nor agent`, 'write one of the two')
    return { noun, verb, of: of as 'theme', possessor: possessor as 'agent' }
  })
}

export function readLightVerbs(text: string, file: string): LightVerb[] {
  return readRows(text).map(({ cells: [verb = '', effect = 'plain'], line }) => {
    if (!EFFECTS.includes(effect as Effect)) throw bad(`${file}:${line}`, `“${effect}” is no effect`, `there are ${EFFECTS.join(', ')}`)
    return { verb, effect: effect as Effect }
  })
}

const bad = (place: string, fault: string, cure: string): Problem => new Problem({ reason: 'bad-lexicon', place, fault, cure })
