import { readFileSync } from 'node:fs'
import { bundle } from '@demarche/english'
import type { Rule } from './coding/index.js'
import type { Effects } from './ledger/index.js'
import { LIMITS, markOf, type Limits } from './limits/index.js'
import type { CoderRow } from './spec/index.js'
import { jsonPart, sha256 } from './text/index.js'
import { importedGazetteer, type Imported } from './world/index.js'

// What the program reads of a language's bundle without reading any text: who keeps, shows or exports a ledger loads no reader.

/** One part of the compiled language bundle, parsed. Throws a `Problem` when it is missing, no JSON, or of another format. */
export function bundlePart(name: string): unknown {
  return jsonPart(bundle, name)
}

/** What each rule does to the ledger, by the rule's name. */
export function ledgerEffects(): Effects {
  const ledger = bundlePart('ledger') as Readonly<
    Record<string, Readonly<Record<string, string>> & { readonly types: readonly (string | null)[] }>
  >
  return new Map(
    Object.entries(ledger).map(
      ([rule, { of = '', becomes = '', lapses, types, ...sides }]) =>
        [rule, { of, becomes, sides, types: new Set(types), ...(lapses === undefined ? {} : { lapses: Number(lapses) }) }] as const,
    ),
  )
}

/** Names of the codes of CAMEO. */
export function cameoNames(): ReadonlyMap<string, string> {
  const { schemes } = bundlePart('rules') as { schemes: { cameo: Readonly<Record<string, { name: string }>> } }
  return new Map(Object.entries(schemes.cameo).map(([code, { name }]) => [code, name]))
}

/** Codes of each state in the numberings of COW and Gleditsch-Ward, by ISO 3166-1 alpha-3. */
export function countryCodes(): ReadonlyMap<string, { readonly name: string; readonly cow?: number; readonly gw?: number }> {
  const countries = bundlePart('countries') as Readonly<Record<string, readonly [name: string, cow: number, gw: number]>>
  return new Map(
    Object.entries(countries).map(
      ([code, [name, cow, gw]]) => [code, { name, ...(cow > 0 ? { cow } : {}), ...(gw > 0 ? { gw } : {}) }] as const,
    ),
  )
}

/** The imported gazetteer that the environment names, if any. Throws a `Problem` where its file is missing or is none. */
export const gazetteerInUse = (): Imported | undefined => importedGazetteer(process.env)

/** The versions of all that a row is made by: the program, and hashes of the rules and lexicons, the models, and the tables of the world with an imported gazetteer. */
export function coderParts(own: readonly Rule[] = []): CoderRow {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
  const built = bundlePart('versions') as Omit<CoderRow, 'version'>
  const gazetteer = gazetteerInUse()
  return {
    version,
    ...built,
    ...(own.length > 0 ? { rules: sha256([built.rules, sha256(JSON.stringify(own))].join('\n'), 12) } : {}),
    ...(gazetteer ? { world: sha256([built.world, gazetteer.version].join('\n'), 12) } : {}),
  }
}

/** The version of the coder in one word. Documents that another version coded are coded again by `recode`. */
export function coderVersion(limits: Limits = LIMITS): string {
  const { version, rules, models: trained, world } = coderParts()
  return `${version}+${sha256([rules, trained, world].join(), 12)}${markOf(limits)}`
}
