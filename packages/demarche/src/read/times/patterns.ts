import { Problem } from '../../text/index.js'
import type { TimesLexicon } from './lexicon.js'
import type { Symbols } from './symbols.js'

/** A pattern ready to run over a line of symbols. */
export interface Pattern {
  readonly kind: string
  /** Finds it anywhere. */
  readonly regex: RegExp
  /** Tells where its parts lie, at a place where it was found. */
  readonly at: RegExp
  /** Name of each capturing group, in order. */
  readonly groups: readonly string[]
}

const PIECE = /([a-z]+[0-9]?):|([A-Z][A-Z0-9]*)|%([a-z]+)|('?[a-z]+)|(\{\d,\d\})|([()|?])|([-,./:'])/g

/** The words that patterns write out, which become classes of their own. */
export function literalsOf({ macros, patterns }: TimesLexicon): Set<string> {
  const all = [...Object.values(macros), ...patterns.map(({ pattern }) => pattern)].join(' ')
  return new Set([...all.matchAll(PIECE)].flatMap((match) => (match[4] === undefined ? [] : [match[4]])))
}

/** Compiles all patterns, in their order. Throws a `Problem` for an unknown macro or class. */
export function compilePatterns(lexicon: TimesLexicon, symbols: Symbols): readonly Pattern[] {
  return lexicon.patterns.map(({ kind, pattern }) => {
    const groups: string[] = []
    const source = compile(expand(pattern, lexicon.macros, 0), symbols, groups)
    return { kind, regex: new RegExp(source, 'g'), at: new RegExp(source, 'dy'), groups }
  })
}

function expand(pattern: string, macros: Readonly<Record<string, string>>, depth: number): string {
  return pattern.replace(/%([a-z]+)/g, (_, name: string) => {
    const macro = macros[name]
    if (macro === undefined || depth > 8)
      throw new Problem({
        reason: 'bad-pattern',
        place: 'times.patterns',
        fault: `the macro “%${name}” is not there`,
        cure: 'define it above',
      })
    return `(${expand(macro, macros, depth + 1)})`
  })
}

function compile(pattern: string, symbols: Symbols, groups: string[]): string {
  let source = ''
  let name = ''
  for (const [, group, upper, , word, repeat, structure, mark] of pattern.matchAll(PIECE)) {
    if (group !== undefined) {
      name = group
      continue
    }
    if (upper !== undefined || word !== undefined || mark !== undefined) {
      const it = mark === undefined ? `[${symbols.withClass(upper ?? `=${word}`)}]` : mark === '.' || mark === '/' ? `\\${mark}` : mark
      source += name === '' ? it : `(${it})`
    } else if (structure === '(') source += name === '' ? '(?:' : '('
    else source += repeat ?? structure!
    if (name !== '') groups.push(name)
    name = ''
  }
  return source
}
