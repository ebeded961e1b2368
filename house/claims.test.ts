import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { articleOf } from '../packages/demarche/src/doc/index.js'
import { changesOf } from '../packages/demarche/src/ledger/index.js'
import type { ClaimRow } from '../packages/demarche/src/spec/index.js'
import { documentRow, ledgerEffects, loadPipeline, readArticle } from '../packages/demarche/src/pipeline.js'
import { eventOf, reportsOf } from '../packages/demarche/src/story/index.js'
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

/** What a text does to the ledger: the kind, its sides and the new value of each change. */
function changes(text: string): string[] {
  const row = documentRow('text', { path: 'test' }, readArticle(pipeline, articleOf(text, '2024-06-14')))
  const effects = ledgerEffects()
  return reportsOf(row)
    .flatMap((report) => changesOf(eventOf([{ report }]), effects))
    .map(({ of, sides, is }) => `${of} ${sides.map(([, id]) => id.replace('state:', '')).join('-')} ${is}`)
    .toSorted()
}

test.each([
  ['Britain will impose sanctions on Iran.', []],
  ['Britain imposed sanctions on Iran.', ['sanctions GBR-IRN in force']],
  ['Togo will not restore relations with Benin.', []],
  ['Togo restored relations with Benin.', ['relations BEN-TGO established']],
  ['Togo deepened its relations with Benin.', []],
  ['Togo downgraded its diplomatic relations with Benin.', ['relations BEN-TGO downgraded']],
  ['Togo suspended high-level contacts with Benin.', []],
  ['Togo severed relations with Benin.', ['relations BEN-TGO severed']],
  ['Togo expelled three Beninese diplomats.', []],
  ['Togo expelled the ambassador of Benin.', ['post ambassador BEN-TGO expelled']],
  ['The foreign ministers of Togo and Benin initialled a peace agreement.', ['armed conflict BEN-TGO peace']],
  ['A ceasefire between Togo and Benin held for a third day.', ['armed conflict BEN-TGO truce']],
  ['A ceasefire between Togo and Benin took effect on Sunday.', ['armed conflict BEN-TGO truce']],
  // "The two countries" are those that were named in one breath, though another was named since.
  ['Togo and Benin held talks. Ghana thanked Togo. The two countries fought a war in 2018.', ['armed conflict BEN-TGO war']],
  ['Togo and Benin met in Accra. Ghana said that it had helped. The two armies agreed to a ceasefire.', ['armed conflict BEN-TGO truce']],
])('what it does to the ledger: %s', (text, wanted) => {
  expect(changes(text)).toEqual(wanted)
})
