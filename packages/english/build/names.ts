import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { NamesLexicon } from 'demarche/read/names'
import { buildPlaces } from './places.js'
import { Problem } from 'demarche/text'

type Tree = { readonly [key: string]: string | Tree }

/** Compiles `lexicon/names.yml` and the lists of given names: lists of words between blanks. Throws a `Problem` for a list that is missing. */
export function buildNames(sources: URL): NamesLexicon {
  const file = new URL('lexicon/names.yml', sources)
  const tree = parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) as Tree
  const words = (it: string | Tree | undefined): string[] => {
    if (typeof it !== 'string')
      throw new Problem({
        reason: 'bad-table',
        place: file.pathname,
        fault: 'a list of words is missing',
        cure: 'give it as words between blanks',
      })
    return it
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => word.replaceAll('-', ' '))
  }
  const lists = (it: string | Tree | undefined): Record<string, string[]> =>
    Object.fromEntries(Object.entries(it as Tree).map(([key, value]) => [key, words(value)]))
  const given = (file: string): string[] =>
    readFileSync(new URL(`lexicon/${file}`, sources), 'utf8')
      .split('\n')
      .flatMap((line) => (line.startsWith('#') ? [] : line.split(' ').filter((word) => word !== '')))
  const one = (key: string): string[] => words(tree[key])
  const { states, toponyms } = buildPlaces(sources)
  const known = [
    ...states.flatMap((it) => [it.name, ...it.abbreviations]),
    ...toponyms.flatMap((it) => (it.kind === 'state' ? [] : [it.name, ...it.others])),
  ]
  return {
    toponyms: known,
    titles: one('titles'),
    organisations: lists(tree['organisations']),
    places: lists(tree['places']) as unknown as NamesLexicon['places'],
    things: one('things'),
    locative: one('locative'),
    speech: one('speech'),
    acts: one('acts'),
    reigns: one('reigns'),
    ladies: one('ladies'),
    kin: one('kin'),
    calendar: one('calendar'),
    plain: one('plain'),
    particles: one('particles'),
    persons: one('persons'),
    given: given('given-names.txt'),
    feminine: given('given-names-feminine.txt'),
  }
}
