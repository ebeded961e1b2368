import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
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

/** The file of a question in a static site. The page finds it by the same rule (`packages/web/src/api.ts`). */
export function siteFile(question: string): string {
  const name = encodeURIComponent(question.replace(/^\/api\//, '')).replaceAll('%', '~')
  if (name.length <= LONGEST) return `${name}.json`
  let hash = 0x811c9dc5
  for (const character of name) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0
  return `${name.slice(0, LONGEST)}-${hash.toString(16)}.json`
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

/**
 * Writes the page and all that it shows as a folder of files, for any web host that serves it at its root and answers unknown addresses with `404.html`. The same ledger
 * gives the same bytes. Returns how many questions were answered. Throws a `Problem` when the page is not built.
 */
export async function writeSite(served: Served, folder: string): Promise<number> {
  const { correcting: _nobody, page, ...readOnly } = served
  const html = page && new URL('index.html', page)
  if (!html) throw new Problem({ reason: 'no-page', place: 'dist/web', fault: 'the page is not built', cure: 'run `npm run build`' })
  mkdirSync(join(folder, 'data'), { recursive: true })
  cpSync(fileURLToPath(page), folder, { recursive: true })
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'" />`
  const made = readFileSync(html, 'utf8').replace('<head>', `<head>${policy}<meta name="demarche" content="static" />`)
  for (const name of ['index.html', '404.html']) writeFileSync(join(folder, name), made)
  const app = createApp(readOnly)
  let count = 0
  for await (const question of questions(served)) {
    const answer = await app.request(question)
    // A document that can no longer be coded within the limits has no reasons; all else must be there.
    if (answer.status === 422) continue
    if (answer.status !== 200) throw new Error(`${question}: ${answer.status}`)
    writeFileSync(join(folder, 'data', siteFile(question)), await answer.text())
    count++
  }
  return count
}
