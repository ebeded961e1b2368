import { compileBoundary } from 'demarche/read/tokens'
import { compileTags } from 'demarche/read/tags'
import { compileTree } from 'demarche/read/tree'
import type { Section } from 'demarche/text'

const folder = (sources: URL): URL => new URL('models/', sources)

/** The trained models, unpacked and laid out so that a program reads them without parsing: `boundary.bin`, `tags.bin`, `tree.bin`. */
export const buildBoundary = (sources: URL): Record<string, Section> => compileBoundary(folder(sources))
export const buildTags = (sources: URL): Record<string, Section> => compileTags(folder(sources))
export const buildTree = (sources: URL): Record<string, Section> => compileTree(folder(sources))
