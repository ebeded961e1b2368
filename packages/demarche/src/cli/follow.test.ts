import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Usage } from './exit.js'
import { everyOption } from './follow.js'

const BIN = fileURLToPath(new URL('../../bin/demarche.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'follow-'))
let server: Server
let address = ''
let items: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url !== '/feed') return void response.writeHead(404).end()
    const tag = `"${items.length}"`
    if (request.headers['if-none-match'] === tag) return void response.writeHead(304).end()
    response.writeHead(200, { 'content-type': 'application/rss+xml', etag: tag })
    response.end(
      `<rss><channel>${items.map((it) => `<item><guid>${it}</guid><title>Norland expels envoy ${it}</title></item>`).join('')}</channel></rss>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
  rmSync(folder, { recursive: true })
})

/** Runs `ingest --follow` until it has said `rounds` lines of what it holds, then tells it to stop. Gives those lines. */
function followed(rounds: number, between: (round: number) => void = () => undefined): Promise<{ said: string[]; code: number | null }> {
  const args = ['ingest', '--follow', address, '--every', '1s', '--db', join(folder, 'a.db'), '--allow-private']
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  const said: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n').filter((it) => it.includes('the ledger holds'))) {
      said.push(/(\d+ new).*holds (\d+ documents)/.exec(line)!.slice(1).join(', '))
      between(said.length)
      if (said.length === rounds) child.kill('SIGTERM')
    }
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ said: said.slice(0, rounds), code })))
}

test('feeds are followed round after round, and further after a stop', async () => {
  items = ['1', '2']
  const first = await followed(2, () => void (items = ['3', '1', '2']))
  expect(first).toEqual({ said: ['2 new, 2 documents', '3 new, 3 documents'], code: 0 })
  items = ['4', '3']
  expect(await followed(1)).toEqual({ said: ['1 new, 4 documents'], code: 0 })
}, 240_000)

test('spans of time', () => {
  expect(['90s', '15m', '2h', '1d', undefined].map(everyOption)).toEqual([90, 900, 7200, 86_400, undefined])
  for (const wrong of ['15', '0m', 'soon', '900d']) expect(() => everyOption(wrong)).toThrow(Usage)
})
