import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { articleOf } from '../packages/demarche/src/doc/index.js'
import type { ClaimRow } from '../packages/demarche/src/spec/index.js'
import { loadPipeline, readArticle } from '../packages/demarche/src/pipeline.js'

// Sentences with the claims that a careful reader makes of them, and no other: `sentence ==> TYPE actor, actor > recipient; TYPE …`, or `==> nothing`.
// A `?` in front marks a miss that is known; one that has become right must lose it.
const folder = new URL('../cases/claims/', import.meta.url)
const pipeline = loadPipeline()
const LINE = /^(\? )?(.+?) ==> (.+)$/

interface Wanted {
  readonly type: string
  readonly sides: readonly (readonly string[])[]
}

function wantedOf(told: string): Wanted[] {
  if (told === 'nothing') return []
  return told.split('; ').map((it) => {
    const [, type, actors, recipients] = /^(\S+) ?(.*?) ?> ?(.*)$/.exec(it) ?? []
    expect(type, it).toBeDefined()
    return { type: type!, sides: [actors!, recipients!].map((side) => side.split(', ').filter((name) => name !== '')) }
  })
}

function fits(text: string, claim: ClaimRow, { type, sides }: Wanted): boolean {
  return (
    claim.type === type &&
    [claim.actors, claim.recipients].every((found, side) => {
      const names = found.map(({ span }) => text.slice(span.from, span.to))
      return names.length === sides[side]!.length && sides[side]!.every((wanted) => names.some((name) => name.includes(wanted)))
    })
  )
}

function isRight(text: string, wanted: readonly Wanted[]): boolean {
  const { claims = [] } = readArticle(pipeline, articleOf(text, '2024-06-14'), ['claims'])
  const told = claims.filter(({ type, status }) => type !== null && status !== 'negated')
  return told.length === wanted.length && wanted.every((it) => told.some((claim) => fits(text, claim, it)))
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  test(`cases/claims/${file}`, () => {
    const lines = readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
    expect(lines.length).toBeGreaterThanOrEqual(20)
    const wrong = lines.filter((line) => {
      const [, known, text, told] = LINE.exec(line) ?? []
      expect(text, line).toBeDefined()
      return isRight(text!, wantedOf(told!)) === (known !== undefined)
    })
    expect(wrong).toEqual([])
  })
}
