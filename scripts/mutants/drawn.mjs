import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { mutantsOf, parses } from './operators.mjs'
import { shuffled } from './sample.mjs'

const isModule = (path) => path.endsWith('.ts') && !/\.test(\.suite)?\.ts$/.test(path) && !path.endsWith('/index.ts')

/** Paths of the modules of a part, in order. */
export const modulesOf = (root, { modules }) =>
  modules
    .map((it) => join(root, it))
    .flatMap((it) => (statSync(it).isDirectory() ? readdirSync(it, { recursive: true }).map((name) => join(it, name)) : [it]))
    .filter(isModule)
    .toSorted()

/** So many mutants of a part, drawn with a seed: `{mutants: [{module, from, to, with, what}], all, texts}`, where `all` is how many there are to draw from, and `texts` those of the modules. */
export function drawn(root, part, sample, seed) {
  const texts = new Map(modulesOf(root, part).map((module) => [module, readFileSync(module, 'utf8')]))
  const all = [...texts].flatMap(([module, text]) => mutantsOf(text).map((it) => ({ module, ...it })))
  const mutants = []
  for (const it of shuffled(all, seed)) {
    if (mutants.length === sample) break
    if (parses(texts.get(it.module), it)) mutants.push(it)
  }
  return { mutants, all: all.length, texts }
}
