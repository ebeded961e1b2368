// Bombs as questions to the server: in every text that a question may hold, and as bodies. Each must be answered, and never by a fault of the server.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const dist = (path) => new URL(`../../packages/demarche/dist/${path}`, import.meta.url).href
/** A header of Node's HTTP server may hold 16 KiB; longer questions never come so far. */
const LINE = 15_000
const GET = [
  (q) => `/api/search?q=${q}`,
  (q) => `/api/events?text=${q}`,
  (q) => `/api/events?actor=${q}&with=${q}`,
  (q) => `/api/events?after=${q}`,
  (q) => `/api/events?place=${q}&type=${q}`,
  (q) => `/api/actors?q=${q}`,
  (q) => `/api/pair?a=${q}&b=${q}`,
  (q) => `/api/graph?a=${q}`,
  (q) => `/api/documents/${q}`,
  (q) => `/api/events/${q}`,
  (q) => `/${q}`,
]
const POST = { '/api/corrections': (text) => ({ claim: text, field: text, note: text, is: text }), '/mcp': called }
function called(text) {
  return { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'search_events', arguments: { text, actor: text } } }
}

/** Cuts a text so that its form in an address has no more than so many characters; a lone surrogate has none and becomes the mark for that. */
function inAddress(text, length) {
  const whole = encodeURIComponent(text.slice(0, length).toWellFormed())
  return whole
    .slice(0, length)
    .replace(/%[0-9A-F]?$/, '')
    .replace(/(?:%[89AB][0-9A-F])+$|%[C-F][0-9A-F](?:%[89AB][0-9A-F])*$/, '')
}

/** A server over a small ledger, without a socket: `ask(text, cpu)` sends a bomb in all its places and gives what went wrong, and the CPU seconds of the dearest question. */
export async function asker(rows) {
  const { createApp } = await import(dist('serve/index.js'))
  const { openSqlite } = await import(dist('store/index.js'))
  const { bundlePart } = await import(dist('pipeline.js'))
  const folder = mkdtempSync(join(tmpdir(), 'demarche-questions-'))
  const store = openSqlite({ path: join(folder, 'ledger.db'), access: 'write', effects: new Map() })
  await store.put(rows.map(({ id, input, article }) => ({ id, input, article })))
  await store.commit(
    rows.map((row) => ({ id: row.id, row })),
    'bombs',
  )
  await store.settle()
  const token = 'a token of this run alone'
  const app = createApp({
    store,
    book: bundlePart('rules'),
    version: '0',
    correcting: { token, now: () => '2024-06-13T00:00:00Z', write: (work) => work(store) },
  })
  const host = { host: 'localhost' }
  return {
    async ask(text, cpu) {
      const asked = GET.flatMap((make) => [300, LINE].map((length) => [make(inAddress(text, length)), { headers: host }]))
      for (const [path, body] of Object.entries(POST))
        asked.push([
          path,
          {
            method: 'POST',
            headers: {
              ...host,
              'content-type': 'application/json',
              accept: 'application/json, text/event-stream',
              authorization: `Bearer ${token}`,
            },
            body: JSON.stringify(body(text.slice(0, 100_000))),
          },
        ])
      let [wrong, seconds] = [undefined, 0]
      for (const [path, init] of asked) {
        const before = cpu()
        const answer = await app.request(path, init)
        const said = await answer.text()
        seconds = Math.max(seconds, cpu() - before)
        if (answer.status >= 500) wrong = `${path.slice(0, 60)}: ${answer.status} ${said.slice(0, 100)}`
      }
      return { wrong, seconds }
    },
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
