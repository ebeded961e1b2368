import type { Doc, Name } from '../../doc/index.js'
import type { World } from '../../world/index.js'
import type { Words } from './words.js'

/** What offices and groups are read from: the words of a document, and the names found in it. */
export type RolesAt = {
  readonly doc: Doc<'tokens' | 'sentences' | 'tags'>
  readonly words: Words
  readonly world: World
  readonly nameAt: Int32Array
  readonly names: readonly Name[]
}
