import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'

// What each folder of the library may import, as `docs/design.md` says. A folder's `index.ts` is its only door.
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  time: ['text'],
  limits: ['spec', 'text'],
  spec: [],
  doc: ['spec', 'text', 'time'],
  world: ['spec', 'text', 'time'],
  ingest: ['limits', 'spec', 'doc', 'text', 'time'],
  read: ['doc', 'spec', 'world', 'time', 'text'],
  coding: ['doc', 'spec', 'world', 'time', 'text'],
  story: ['coding', 'spec', 'world', 'time', 'text'],
  ledger: ['story', 'spec', 'world', 'time', 'text'],
  store: ['ledger', 'story', 'coding', 'spec', 'world', 'time', 'text'],
  export: ['store', 'ledger', 'story', 'coding', 'spec', 'world', 'time', 'text'],
  bundle: ['limits', 'coding', 'ledger', 'spec', 'world', 'text'],
  pipeline: ['bundle', 'limits', 'read', 'coding', 'doc', 'spec', 'world', 'ingest', 'story', 'ledger', 'store', 'time', 'text'],
  review: ['spec', 'text'],
  opinion: ['ingest', 'text'],
  serve: ['limits', 'pipeline', 'store', 'export', 'ledger', 'story', 'coding', 'doc', 'spec', 'world', 'time', 'text'],
  watch: ['ingest', 'store', 'spec', 'time', 'text'],
  work: ['limits', 'store', 'spec', 'text'],
  cli: [
    'review',
    'opinion',
    'limits',
    'bundle',
    'pipeline',
    'serve',
    'watch',
    'work',
    'store',
    'export',
    'ledger',
    'story',
    'coding',
    'ingest',
    'doc',
    'spec',
    'world',
    'time',
    'text',
  ],
}
const root = join(import.meta.dirname, '../packages/demarche/src')

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : []
  })

const imports = files(root).flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) => ({
    from: relative(root, path).split(sep),
    to: relative(root, join(path, '..', match[1]!)).split(sep),
  })),
)

// Stages of `read/` are rooms of their own: each has its own door.
const room = (path: readonly string[]): string =>
  path[0] === 'read' && path.length > 2 ? `read/${path[1]}` : path[0]!.replace(/(\.test)?\.[jt]s$/, '')

test('folders import only what the design lets them', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [a, b] = [room(from).split('/')[0]!, room(to).split('/')[0]!]
    // Tests may build their matter with the suites of other folders.
    return a !== b && !to.at(-1)!.endsWith('.test.suite.js') && a !== 'index' && !MAY_IMPORT[a]?.includes(b)
  })
  expect(wrong.map(({ from, to }) => `${from.join('/')} → ${to.join('/')}`)).toEqual([])
})

// Suites that several folders run are test code, and no part of a door.
test('a folder is entered by its index.ts alone', () => {
  const wrong = imports.filter(
    ({ from, to }) => room(from) !== room(to) && to.length > 1 && to.at(-1) !== 'index.js' && !to.at(-1)!.endsWith('.test.suite.js'),
  )
  expect(wrong.map(({ from, to }) => `${from.join('/')} → ${to.join('/')}`)).toEqual([])
})

test('every import is seen', () => expect(imports.length).toBeGreaterThan(20))
