import { stage, type Stage } from '../../doc/index.js'
import type { World } from '../../world/index.js'
import { Finder } from './finder.js'
import { NameWords, type NamesLexicon } from './lexicon.js'
import { Reader, type Input } from './reader.js'

/** Finds names, offices, nationalities and groups, each with what it may mean on the document's day; nothing is bound yet. */
export function createNames(world: World, lexicon: NamesLexicon): Stage {
  const known = new NameWords(lexicon)
  return stage({
    name: 'names',
    needs: ['tokens', 'sentences', 'tags', 'times'],
    gives: ['names'],
    run: (doc: Input) => ({ names: new Finder(new Reader(doc, world, known)).run() }),
  })
}
