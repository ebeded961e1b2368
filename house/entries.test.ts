import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { articleOf } from '../packages/demarche/src/doc/index.js'
import { fold, sidesOf } from '../packages/demarche/src/ledger/index.js'
import { documentRow, ledgerEffects, loadPipeline, readArticle } from '../packages/demarche/src/pipeline.js'
import { mergeReports, reportsOf } from '../packages/demarche/src/story/index.js'

// Sentences of 14 June 2024 with the entries that the ledger must draw from them, and no other: `sentence ==> kind: side side value since; …`, `-` for none, `*` for any first day. States by their
// code alone, places and groups by their name. A `?` in front marks a miss that is known; one that has become right must lose it.
const folder = new URL('../cases/entries/', import.meta.url)
const pipeline = loadPipeline()
const effects = ledgerEffects()
const DAY = '2024-06-14'

function entriesOf(text: string): string[] {
  const row = documentRow(
    'case',
    { path: 'case', bytes: 0 },
    readArticle(pipeline, articleOf(text, DAY), ['mentions', 'actors', 'times', 'places', 'quotations', 'claims']),
  )
  return fold(mergeReports(reportsOf(row)), effects).map((entry) => {
    const named = new Map(row.actors.map(({ id, name }) => [id, name]))
    const sides = sidesOf(entry).map((id) => (/^(?:place|group)-/.test(id) ? named.get(id) : id.replace(/^(?:state|place):/, '')))
    return `${entry.of}: ${sides.join(' ')} ${entry.is} ${entry.since ?? '…'}`
  })
}

function isRight(text: string, told: string): boolean {
  const wanted = told === '-' ? [] : told.split('; ')
  const found = entriesOf(text)
  return (
    found.length === wanted.length &&
    wanted.every((it) => found.some((one) => one === it || (it.endsWith(' *') && one.startsWith(it.slice(0, -1)))))
  )
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  test(`cases/entries/${file}`, () => {
    const lines = readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    expect(lines.length).toBeGreaterThanOrEqual(20)
    const wrong = lines.flatMap((line) => {
      const known = line.startsWith('? ')
      const [text = '', told = ''] = (known ? line.slice(2) : line).split(' ==> ')
      expect(told, line).not.toBe('')
      return isRight(text, told) === known ? [known ? `now right: ${text}` : `${text} ==> ${entriesOf(text).join('; ') || '-'}`] : []
    })
    expect(wrong).toEqual([])
  })
}
