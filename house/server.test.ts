import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

// The server as it is installed, asked through raw sockets: a browser's `fetch` writes Host by itself and would hide what is tested here.
const folder = mkdtempSync(join(tmpdir(), 'demarche-server-'))
const root = join(import.meta.dirname, '..')
const bin = join(root, 'packages/demarche/bin/demarche.js')
const db = join(folder, 'ledger.db')
let server: ChildProcess
let port = 0
let token = ''

beforeAll(async () => {
  execFileSync('node', [bin, 'ingest', '--db', db, join(root, 'examples/armenia-azerbaijan.jsonl')], { stdio: 'ignore' })
  server = spawn('node', [bin, 'serve', '--db', db, '--port', '0', '--sql'], { stdio: ['ignore', 'ignore', 'pipe'] })
  await new Promise<void>((resolve) => {
    let said = ''
    server.stderr!.on('data', (part) => {
      said += part
      const [, at, shown] = /127\.0\.0\.1:(\d+)#token=(\S+)/.exec(said) ?? []
      if (at && shown) {
        ;[port, token] = [Number(at), shown]
        resolve()
      }
    })
  })
}, 90_000)
afterAll(() => {
  server?.kill()
  rmSync(folder, { recursive: true, force: true })
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}
const ask = (method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request(
      { agent: false, host: '127.0.0.1', port, method, path, headers: { host: `127.0.0.1:${port}`, ...headers } },
      (answer) => {
        let text = ''
        answer.on('data', (part) => (text += part))
        answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: text }))
      },
    )
    asked.on('error', reject)
    asked.end(method === 'GET' || method === 'HEAD' || method === 'DELETE' || method === 'OPTIONS' ? '' : body)
  })

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
test.each(METHODS)('%s under a foreign name is turned away', async (method) => {
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '169.254.169.254',
    '0.0.0.0',
  ])
    expect((await ask(method, '/api/runs', { host })).status, host).toBe(421)
})

test.each(METHODS.slice(2))('%s from another origin is turned away', async (method) => {
  const type = { 'content-type': 'application/json' }
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `http://localhost:${port}` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])
    expect((await ask(method, '/api/corrections', { ...type, ...headers }, '{}')).status, JSON.stringify(headers)).toBe(403)
})

test('a form cannot write, a stranger neither, a large body is refused, and every answer carries the policy', async () => {
  expect((await ask('POST', '/api/corrections', { 'content-type': 'text/plain' }, '{}')).status).toBe(415)
  expect((await ask('POST', '/api/sql', { 'content-type': 'application/json' }, '{"sql":"SELECT 1"}')).status).toBe(401)
  expect(
    (await ask('POST', '/api/sql', { 'content-type': 'application/json', authorization: 'Bearer x' }, '{"sql":"SELECT 1"}')).status,
  ).toBe(401)
  // The server may hang up before all of it is sent.
  expect([413, 'hung up']).toContain(
    await ask('POST', '/api/corrections', { 'content-type': 'application/json' }, 'x'.repeat(2 ** 20 + 1)).then(
      ({ status }) => status,
      () => 'hung up',
    ),
  )
  for (const path of ['/', '/api/runs', '/api/none', '/api/events?limit=x', '/none', '/%00', '/..%2f..%2fpackage.json']) {
    const { headers } = await ask('GET', path)
    expect(headers['content-security-policy'], path).toContain("require-trusted-types-for 'script'")
    expect(headers['content-security-policy'], path).not.toMatch(/unsafe|https?:/)
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['access-control-allow-origin'], path).toBeUndefined()
  }
})

const sql = async (question: string): Promise<{ rows?: unknown[][]; cut?: boolean; error?: string }> =>
  JSON.parse(
    (
      await ask(
        'POST',
        '/api/sql',
        { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        JSON.stringify({ sql: question }),
      )
    ).body,
  )

test('SQL reads, a thousand rows at most', { timeout: 60_000 }, async () => {
  expect((await sql('SELECT count(*) > 0 FROM event')).rows).toEqual([[1]])
  const many = await sql('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT i FROM n')
  expect([many.rows?.length, many.cut]).toEqual([1000, true])
})

test('SQL does nothing else, and takes no more than a second', { timeout: 120_000 }, async () => {
  const made = join(folder, 'made.db')
  for (const question of [
    'DELETE FROM event',
    'WITH x AS (SELECT 1) DELETE FROM event',
    `ATTACH '${made}' AS other`,
    `VACUUM INTO '${made}'`,
    'PRAGMA query_only = OFF',
    'SELECT * FROM pragma_table_info(1)',
    "SELECT load_extension('x')",
    'CREATE TEMP TABLE t (a)',
    'SELECT 1; DELETE FROM event',
    'nonsense',
    'SELECT length(randomblob(900000000))',
  ]) {
    const { error, rows } = await sql(question)
    if (question.startsWith('SELECT 1;')) expect(rows ?? error).toBeDefined()
    else expect(error, question).toBeDefined()
  }
  expect(existsSync(made)).toBe(false)
  expect((await sql('SELECT count(*) > 0 FROM event')).rows).toEqual([[1]])
  const slow = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n'
  expect((await sql(slow)).error).toContain('more than 1 s')
})
