import { readFileSync } from 'node:fs'
import type { RuleBook } from 'demarche/coding'
import type { WorldBundle } from 'demarche/world'

// Small parts of what has been built, for programs that need no more of it than this.

const built = (sources: URL, name: string): unknown => JSON.parse(readFileSync(new URL(`bundle/${name}.json`, sources), 'utf8'))

/** What each rule does to the ledger, by the rule's name, as it is written there, and the PLOVER types that it gives to an act that is done (null: none of them). */
export const ledgerOf = (sources: URL): Record<string, unknown> =>
  Object.fromEntries(
    (built(sources, 'rules') as RuleBook).rules.flatMap(({ rule, ledger, codes, variants }) => {
      const types = [codes.type, ...variants.map((it) => it.codes.type ?? codes.type)].map((type) => type ?? null)
      if (!ledger) return []
      // Of a rule with several types one alone may change relations: of agreements that take effect, the truces.
      const { type: only, ...rest } = ledger
      return [[rule, { ...rest, types: only === undefined ? [...new Set(types)] : [only] }]]
    }),
  )

/** Name, COW number and Gleditsch-Ward number (0: none) of each state, by ISO 3166-1 alpha-3, in the order of the world's actors. */
export function countriesOf(sources: URL): Record<string, readonly [string, number, number]> {
  const { actors, codes } = built(sources, 'world') as WorldBundle
  const states = actors.filter(({ id }) => id.startsWith('state:'))
  return Object.fromEntries(
    states.map(({ id, name }) => {
      const [, cow = 0, gw = 0] = codes[id.slice(6)] ?? []
      return [id.slice(6), [name, cow, gw] as const]
    }),
  )
}
