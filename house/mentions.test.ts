import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { articleOf } from '../packages/demarche/src/doc/index.js'
import type { ActorRow, PlaceRow } from '../packages/demarche/src/spec/index.js'
import { fold } from '../packages/demarche/src/world/index.js'
import { loadPipeline, readArticle } from '../packages/demarche/src/pipeline.js'

const root = new URL('../cases/', import.meta.url)
const pipeline = loadPipeline()

interface Found {
  readonly actor?: ActorRow
  readonly place?: PlaceRow
}

/** What the reading makes of a phrase: the last mention and place with exactly these words. */
function find(text: string, day: string | undefined, phrase: string): Found {
  const { mentions = [], actors = [], places = [] } = readArticle(pipeline, articleOf(text, day), ['mentions', 'actors', 'places'])
  const says = ({ span }: { readonly span: { readonly from: number; readonly to: number } }): boolean =>
    text.slice(span.from, span.to) === phrase
  const id = mentions.findLast((it) => says(it) && it.actor !== undefined)?.actor
  const actor = actors.find((it) => it.id === id)
  const place = places.findLast(says)
  return { ...(actor && { actor }), ...(place && { place }) }
}

function fits({ actor, place }: Found, meaning: string): boolean {
  if (meaning === 'none') return actor === undefined
  if (meaning === 'person' || meaning === 'no person') return (actor?.kind === 'person') === (meaning === 'person')
  if (meaning === 'no place') return place === undefined || place.kind === 'nationality'
  if (meaning.startsWith('place ')) return place?.country === meaning.slice(6)
  const [country, sector] = meaning.split(' ')
  if (
    actor?.id === meaning ||
    (actor !== undefined && fold(actor.name) === fold(meaning)) ||
    actor?.country === meaning ||
    actor?.sector === meaning
  )
    return true
  return actor?.sector === sector && (actor?.country ?? '-') === country
}

for (const topic of ['mentions', 'places']) {
  for (const file of readdirSync(new URL(`${topic}/`, root)).filter((name) => name.endsWith('.txt'))) {
    test(`cases/${topic}/${file}`, () => {
      const wrong: string[] = []
      const lines = readFileSync(new URL(`${topic}/${file}`, root), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
      expect(lines.length).toBeGreaterThan(50)
      for (const line of lines) {
        const [, known, day, text, meanings] = /^(\? )?(?:\[(\S+)\] )?(.+?) ==> (.+)$/.exec(line) ?? []
        expect(text, line).toBeDefined()
        const right = meanings!.split('; ').every((it) => {
          const [phrase, meaning] = it.split(' = ')
          return fits(find(text!, day, phrase!), meaning!)
        })
        // A mark of what is known to fail comes off with the fault.
        if (right === (known !== undefined)) wrong.push(right ? `is right now: ${line}` : line)
      }
      expect(wrong).toEqual([])
    })
  }
}
