import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/**
 * What became of each mutant, kept in `out/mutants`, so that a run can go on where an earlier one ended. A mutant of a module whose text has changed since is another
 * one. Tests are not looked at: after a change of them, `forget` those that it may concern.
 */
export function record(root, name) {
  const folder = join(root, 'out/mutants')
  const path = join(folder, `${name}.json`)
  mkdirSync(folder, { recursive: true })
  let states = {}
  try {
    states = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    // There was no earlier run.
  }
  const hashes = new Map()
  const hashOf = (module) => {
    if (!hashes.has(module)) hashes.set(module, createHash('sha256').update(readFileSync(module)).digest('hex').slice(0, 12))
    return hashes.get(module)
  }
  const key = ({ module, from, to, with: replacement }) => `${relative(root, module)} ${hashOf(module)} ${from}-${to} ${replacement}`
  /** What a test passes depends on the modules, on itself and on which mutants are asked about. */
  const places = (test, mutants) => {
    const hash = createHash('sha256').update(readFileSync(test))
    for (const it of mutants) hash.update(key(it))
    return `passed by ${relative(root, test)} ${hash.digest('hex').slice(0, 12)}`
  }
  const write = () => writeFileSync(path, JSON.stringify(states, undefined, 1))
  return {
    /** `{seconds, keys}` of a test that was run with probes for these mutants before. */
    passed(test, mutants) {
      const known = states[places(test, mutants)]
      return known && { seconds: known.seconds, passes: (it) => known.keys.includes(key(it)) }
    },
    keepPassed(test, mutants, seconds, passing) {
      states[places(test, mutants)] = { seconds, keys: passing.map(key) }
      write()
    },
    of: (it) => states[key(it)],
    forget: (it) => void delete states[key(it)],
    keep(it, state) {
      states[key(it)] = state
      write()
    },
  }
}
