import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Problem } from '../text/index.js'
import { pairsOf } from './answers.js'
import { createApp } from './app.js'
import type { Served } from './served.js'

/** Pairs that a site holds, those with most events first. */
const PAIRS = 2000
/** File names are kept within what every file system takes. */
const LONGEST = 180

/** The file of a question in a static site. The page finds it by the same rule (`packages/web/src/copy.ts`). */
export function siteFile(question: string): string {
  const name = encodeURIComponent(question.replace(/^\/api\//, '')).replaceAll('%', '~')
  if (name.length <= LONGEST) return `${name}.js`
  let hash = 0x811c9dc5
  for (const character of name) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0
  return `${name.slice(0, LONGEST)}-${hash.toString(16)}.js`
}

const ask = (path: string, members: Readonly<Record<string, string>>): string => `${path}?${new URLSearchParams(members).toString()}`

/** Every question that the page asks of a ledger without being asked for words or days. */
async function* questions({ store, reasons }: Served): AsyncGenerator<string> {
  yield* ['/api/pairs?limit=40', '/api/counts', '/api/graph', '/api/codebook', '/api/runs']
  const actors = new Set<string>()
  for (const { a, b } of await pairsOf(store, PAIRS)) {
    for (const [x, y] of [
      [a.id, b.id],
      [b.id, a.id],
    ] as const)
      yield* [ask('/api/pair', { a: x, b: y }), ask('/api/graph', { a: x, b: y })]
    actors.add(a.id).add(b.id)
  }
  for (const id of actors)
    yield* [
      ask('/api/actors', { q: id }),
      ask('/api/events', { actor: id, limit: '500' }),
      ask('/api/pairs', { actor: id }),
      ask('/api/graph', { a: id }),
    ]
  for await (const { id } of store.allEvents()) yield `/api/events/${encodeURIComponent(id)}/explanation`
  for await (const { id, state } of store.documents()) {
    yield `/api/documents/${encodeURIComponent(id)}`
    if (reasons && state === 'coded') yield `/api/documents/${encodeURIComponent(id)}/reasons`
  }
}

// Scripts come from the copy alone; the one policy of types lets answers be loaded from its folder `data`, and nothing else.
const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types demarche-answers" />`

/** The document of a copy. Browsers load no modules, and nothing that must be allowed by an origin, from a disk. */
const documentOf = (html: string): string =>
  html
    .replace('<head>', `<head>${POLICY}<meta name="demarche" content="static" />`)
    .replace('type="module" crossorigin', 'defer')
    .replaceAll(' crossorigin', '')

/**
 * Writes the page and all that it shows as a folder of files, for any web host under any path, or to be opened from a disk. The same ledger gives the same bytes. Returns how
 * many questions were answered. Throws a `Problem` when the page is not built.
 */
export async function writeSite(served: Served, folder: string): Promise<number> {
  const { correcting: _nobody, page, ...readOnly } = served
  const site = page && new URL('../site/', page)
  if (!site || !existsSync(new URL('index.html', site)))
    throw new Problem({ reason: 'no-page', place: 'dist/site', fault: 'the page is not built', cure: 'run `npm run build`' })
  const data = join(folder, 'data')
  mkdirSync(data, { recursive: true })
  cpSync(fileURLToPath(site), folder, { recursive: true })
  writeFileSync(join(folder, 'index.html'), documentOf(readFileSync(new URL('index.html', site), 'utf8')))
  const write = (question: string, answer: string): void =>
    writeFileSync(join(data, siteFile(question)), `demarche(${JSON.stringify(question)}, ${answer})\n`)
  const assets = new URL('assets/', page)
  const atlas = readdirSync(assets).find((name) => name.startsWith('countries-'))
  if (atlas !== undefined) write('atlas', readFileSync(new URL(atlas, assets), 'utf8'))
  const app = createApp(readOnly)
  let count = 0
  for await (const question of questions(served)) {
    const answer = await app.request(question)
    // A document that can no longer be coded within the limits has no reasons; all else must be there.
    if (answer.status === 422) continue
    if (answer.status !== 200) throw new Error(`${question}: ${answer.status}`)
    write(question, await answer.text())
    count++
  }
  return count
}
