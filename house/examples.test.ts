import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { concerning, holdingOn } from '../packages/demarche/src/ledger/index.js'
import { bundlePart, ledgerEffects } from '../packages/demarche/src/pipeline.js'
import { openSqlite } from '../packages/demarche/src/store/index.js'

// The ledger that the demo's articles must give, by a careful reader. How many of its states come out is pinned, and only goes up.
const root = join(import.meta.dirname, '..')
const expected = JSON.parse(readFileSync(join(root, 'examples/expected.json'), 'utf8')) as {
  pair: string[]
  asOf: string
  of: string
  is: string
}[]
const FLOOR = 22
// Events that several articles tell, with the articles that are copies.
const merged = JSON.parse(readFileSync(join(root, 'examples/merged.json'), 'utf8')) as {
  type: string
  mode: string
  day: string
  documents: string[]
  copies?: string[]
}[]

test('the demo tells the states and the events that a careful reader takes from its articles', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-examples-'))
  try {
    const db = join(folder, 'demo.db')
    const files = [
      'armenia-azerbaijan',
      'eritrea-ethiopia',
      'india-pakistan',
      'iran-saudi-arabia',
      'qatar-saudi-arabia',
      'russia-united-kingdom',
    ]
    const inputs = files.map((name) => join(root, 'examples', `${name}.jsonl`))
    execFileSync('node', [join(root, 'packages/demarche/bin/demarche.js'), 'ingest', '--db', db, '--threads', '1', ...inputs], {
      stdio: 'ignore',
    })
    const store = openSqlite({ path: db, access: 'read', effects: ledgerEffects() })
    const entries = await store.entries([])
    // A body of states ("The European Union urged both sides …") makes no state of its code.
    const { actors } = bundlePart('world') as { actors: { id: string }[] }
    const states = new Set(actors.map(({ id }) => id))
    expect((await store.parties()).map(({ id }) => id).filter((id) => id.startsWith('state:') && !states.has(id))).toEqual([])
    for (const { type, mode, day, documents, copies } of merged) {
      const { events } = await store.events({ type, from: day, to: day })
      const found = events.filter((it) => it.mode === mode).map((it) => [...new Set(it.claims.map(({ document }) => document))].toSorted())
      expect(found).toContainEqual(documents)
      const event = events.find((it) => it.mode === mode && it.claims.length >= documents.length)
      if (copies) expect(event?.claims.flatMap(({ document, copyOf }) => (copyOf === undefined ? [] : [document]))).toEqual(copies)
    }
    await store.close()
    const missing = expected.filter(
      ({ pair, asOf, of, is }) =>
        !holdingOn(
          concerning(
            entries,
            pair.map((code) => [`state:${code}`]),
          ),
          asOf,
        ).some((entry) => entry.of === of && entry.is === is),
    )
    if (process.env['EXAMPLES']) for (const it of missing) process.stdout.write(`missing ${JSON.stringify(it)}\n`)
    expect(expected.length - missing.length).toBeGreaterThanOrEqual(FLOOR)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)
