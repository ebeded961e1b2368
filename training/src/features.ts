// `npm run features`: compiles the feature templates into `packages/demarche/src/read/*/*-features.ts`.
import { readFileSync, writeFileSync } from 'node:fs'
import { BOUNDARY_ATOMS } from 'demarche/read/tokens'
import { ROW } from 'demarche/read/tags'
import { RELATION_ATOMS, STRUCTURE_ATOMS } from 'demarche/read/tree'
import { Problem } from 'demarche/text'
import { straightLine, templatesOf } from './straight.js'

const templates = new URL('../src/templates/', import.meta.url)
const read = new URL('../../packages/demarche/src/read/', import.meta.url)

const indexIn = (atoms: readonly string[], source: string) => (atom: string) => {
  const at = atoms.indexOf(atom)
  if (at < 0)
    throw new Problem({ reason: 'bad-template', place: source, fault: `has no atom “${atom}”`, cure: `use one of: ${atoms.join(' ')}` })
  return at
}

const inRow = (atom: string): number => {
  const [name, shift] = atom.split('@')
  return indexIn(ROW, 'tags.txt')(name!) + Number(shift) * ROW.length
}

/** Every generated file and its text. */
export const generated = (): [URL, string][] =>
  (
    [
      ['boundary', 'boundary.txt', 'tokens/boundary-features.ts', indexIn(BOUNDARY_ATOMS, 'boundary.txt')],
      ['tag', 'tags.txt', 'tags/tag-features.ts', inRow],
      ['structure', 'structure.txt', 'tree/structure-features.ts', indexIn(STRUCTURE_ATOMS, 'structure.txt')],
      ['relation', 'relations.txt', 'tree/relation-features.ts', indexIn(RELATION_ATOMS, 'relations.txt')],
    ] as const
  ).map(([name, source, target, place]) => [
    new URL(target, read),
    straightLine(name, source, templatesOf(readFileSync(new URL(source, templates), 'utf8')), place),
  ])

if (process.argv[1]?.endsWith('features.js')) for (const [path, text] of generated()) writeFileSync(path, text)
