import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { articleOf } from '../packages/demarche/src/doc/index.js'
import type { ClaimRow } from '../packages/demarche/src/spec/index.js'
import { loadPipeline, readArticle } from '../packages/demarche/src/pipeline.js'
import { claimLines, type ToldClaim } from '../training/src/claim-lines.js'

// Sentences with the claims that a careful reader makes of them, and no other, in the format of `training/src/claim-lines.ts`. A marked miss that has become right must lose its mark.
const folder = new URL('../cases/claims/', import.meta.url)
const pipeline = loadPipeline()
function fits(text: string, claim: ClaimRow, { type, sides }: ToldClaim): boolean {
  return (
    claim.type === type &&
    [claim.actors, claim.recipients].every((found, side) => {
      const names = found.map(({ span }) => text.slice(span.from, span.to))
      return (
        sides === undefined ||
        (names.length === sides[side]!.length && sides[side]!.every((wanted) => names.some((name) => name.includes(wanted))))
      )
    })
  )
}

function isRight(text: string, wanted: readonly ToldClaim[]): boolean {
  const { claims = [] } = readArticle(pipeline, articleOf(text, '2024-06-14'), ['claims'])
  const told = claims.filter(({ type, status }) => type !== null && status !== 'negated')
  return told.length === wanted.length && wanted.every((it) => told.some((claim) => fits(text, claim, it)))
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  test(`cases/claims/${file}`, () => {
    const lines = claimLines(readFileSync(new URL(file, folder), 'utf8'), file)
    expect(lines.length).toBeGreaterThanOrEqual(20)
    const wrong = lines.filter(({ text, claims, missed }) => isRight(text, claims) === missed).map(({ text }) => text)
    expect(wrong).toEqual([])
  })
}
