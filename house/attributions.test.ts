import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { articleOf } from '../packages/demarche/src/doc/index.js'
import { loadPipeline, readArticle } from '../packages/demarche/src/pipeline.js'

// Sentences with who is said to say what they tell: `sentence ==> TYPE: source (medium) > source; TYPE: nobody`, the outermost source first; `nobody` where the article says it itself.
// Some claim of each type must have that very chain. A `?` in front marks a miss that is known; one that has become right must lose it.
const folder = new URL('../cases/attributions/', import.meta.url)
const pipeline = loadPipeline()
const LINE = /^(\? )?(.+?) ==> (.+)$/

interface Link {
  readonly source: string
  readonly medium: string | undefined
}

function chainOf(told: string): Link[] {
  if (told === 'nobody') return []
  return told.split(' > ').map((it) => {
    const [, source, medium] = /^(.+?)(?: \((\w+)\))?$/.exec(it) ?? []
    return { source: source!, medium }
  })
}

function isRight(text: string, told: string): boolean {
  const { claims = [] } = readArticle(pipeline, articleOf(text, '2024-06-14'), ['claims'])
  return told.split('; ').every((it) => {
    const [type, chain] = it.split(': ')
    const wanted = chainOf(chain!)
    return claims.some(
      (claim) =>
        claim.type === type &&
        claim.attribution.length === wanted.length &&
        claim.attribution.every(({ span, medium }, i) => {
          const link = wanted[i]!
          return text.slice(span.from, span.to).includes(link.source) && (link.medium === undefined || medium === link.medium)
        }),
    )
  })
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  test(`cases/attributions/${file}`, () => {
    const lines = readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
    expect(lines.length).toBeGreaterThanOrEqual(12)
    const wrong = lines.filter((line) => {
      const [, known, text, told] = LINE.exec(line) ?? []
      expect(text, line).toBeDefined()
      return isRight(text!, told!) === (known !== undefined)
    })
    expect(wrong).toEqual([])
  })
}
