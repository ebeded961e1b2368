import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readRules, type Rule, type RuleBook, tryRule, unearned, withRules } from '../coding/index.js'
import { articleOf } from '../doc/index.js'
import { bundlePart, loadPipeline, readTraced } from '../pipeline.js'

/** The address of a folder named on the command line, as `readRules` wants it. */
const folderUrl = (path: string): URL => pathToFileURL(`${resolve(path)}/`)

/** The rules of a folder named on the command line; none without one. */
export const ownRules = (path: string | undefined): Rule[] => (path === undefined ? [] : readRules(folderUrl(path), path))

/**
 * Runs the examples of all rules with a user's own laid over ours, and drops each condition of the user's in turn: a line for every example that comes out
 * otherwise and for every condition that no example needs. Some ten seconds.
 */
export function faultsOf(own: readonly Rule[]): string[] {
  const book = withRules(bundlePart('rules') as RuleBook, own)
  const pipeline = loadPipeline(own)
  const coder = pipeline.rules()
  type Reader = Parameters<typeof tryRule>[2]
  const cache = new Map<string, ReturnType<Reader>>()
  const read: Reader = (text) => {
    const known = cache.get(text)
    if (known) return known
    const doc = readTraced(pipeline, articleOf(text, '2024-06-14'))
    cache.set(text, doc)
    return doc
  }
  const mine = new Set(own.map(({ rule }) => rule))
  const failed = book.rules.flatMap((rule) => tryRule(coder, rule, read)).map(({ place, fault, text }) => `${place}: ${fault}: ${text}`)
  const idle = book.rules
    .filter(({ rule }) => mine.has(rule))
    .flatMap((rule) =>
      unearned(coder, rule, read).map(
        (role) => `${rule.file}: no example needs the condition of “${role}”: add one to ignores, or drop it`,
      ),
    )
  return [...failed, ...idle]
}
