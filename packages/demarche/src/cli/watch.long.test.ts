import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'

const BIN = join(import.meta.dirname, '../../bin/demarche.js')
const folder = mkdtempSync(join(tmpdir(), 'demarche-watches-'))
let serving: ChildProcess | undefined
let bodies: string[] = []
let failures = 0
const hook = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (part: string) => (body += part))
  request.on('end', () => {
    bodies.push(body)
    response.writeHead(failures-- > 0 ? 500 : 204).end()
  })
})
await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
const address = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`
afterAll(() => {
  serving?.kill('SIGKILL')
  hook.close()
  rmSync(folder, { recursive: true, force: true })
})

const start = (...args: string[]): ChildProcess => spawn(process.execPath, [BIN, ...args], { cwd: folder })
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = start(...args)
  let [out, err] = ['', '']
  child.stdout!.on('data', (part: Buffer) => (out += part.toString()))
  child.stderr!.on('data', (part: Buffer) => (err += part.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, out, err }
}
const text = (name: string, sentence: string): string => {
  writeFileSync(join(folder, name), `${sentence}\n`)
  return name
}
const told = (): { change: string; event: { id: string } }[] =>
  bodies.flatMap((it) => (JSON.parse(it) as { data: { changes: { change: string; event: { id: string } }[] } }).data.changes)

test(
  'a watch is made, told at the end of ingest also after a failure, and never twice; then by the server',
  { timeout: 120_000 },
  async () => {
    const made = await run('watch', 'add', 'lima', '--actor', 'PER', '--to', address, '--allow-private')
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(made.out).toMatch(/^whsec_[A-Za-z0-9+/]{43}=\n$/)
    expect(await run('watch', 'add', 'feed', '--type', 'consult')).toMatchObject({ code: 0, out: '' })

    failures = 1
    const first = await run('ingest', text('a.txt', 'Peru expelled the ambassador of Chile on Monday.'), '--date', '2025-03-12')
    expect(first.err).toContain('webhooks: 1 message(s) delivered, 0 given up, 0 waiting')
    expect(bodies).toHaveLength(2)
    expect(bodies[1]).toBe(bodies[0])
    bodies = []
    expect((await run('ingest', 'a.txt', '--date', '2025-03-12')).err).not.toContain('webhooks')
    expect((await run('watch', 'deliver')).err).toContain('nothing to deliver')
    expect(bodies).toEqual([])

    const listed = (await run('watch', 'list', '--json')).out.trim().split('\n')
    expect(listed.map((it) => JSON.parse(it) as unknown)).toEqual([
      { name: 'feed', filters: { type: 'CONSULT' } },
      { name: 'lima', filters: { actor: 'PER' }, to: address, waiting: 0, failed: 0 },
    ])
    const log = JSON.parse((await run('watch', 'log', 'lima', '--json')).out) as { attempts: { answer: string }[] }
    expect(log.attempts.map(({ answer }) => answer)).toEqual(['500', '204'])

    serving = start('serve', '--port', '0')
    const line = await new Promise<string>((resolve) => serving!.stderr!.on('data', (part: Buffer) => resolve(part.toString())))
    const base = /http:\/\/[\d.]+:\d+/.exec(line)![0]
    // Another process corrects a claim; the server sees it, is refused once, and sends what waits when it is due.
    failures = 1
    const { events } = JSON.parse((await run('events', '--json')).out) as { events: { claims: { id: string }[] }[] }
    const corrected = await run('correct', events[0]!.claims[0]!.id, '--who', 'an editor', '--why', 'no such act', '--no-event')
    expect(corrected).toMatchObject({ code: 0, err: '' })
    await vi.waitFor(() => expect(bodies).toHaveLength(2), { timeout: 60_000, interval: 200 })
    expect(bodies[1]).toBe(bodies[0])
    expect(told().map(({ change }) => change)).toEqual(Array.from(bodies, () => 'gone'))
    expect(await (await fetch(`${base}/api/saved`)).json()).toEqual({
      saved: [
        { name: 'feed', filters: { type: 'CONSULT' }, posted: false },
        { name: 'lima', filters: { actor: 'PER' }, posted: true },
      ],
    })
    expect((await fetch(`${base}/api/saved/feed/events.atom`)).status).toBe(200)
    serving.kill('SIGTERM')
    expect(await once(serving, 'close')).toEqual([0, null])
  },
)

test.each([
  [['add', 'x', '--to', 'http://127.0.0.1/'], 'private or loopback'],
  [['add', 'x', '--to', 'ftp://example.org/'], 'no http or https address'],
  [['add', 'x/y'], 'is no name'],
  [['add', 'x', '--type', 'WAR'], 'is none of'],
  [['add', 'x', '--with', 'PER'], '--with needs --actor'],
  [['add', 'x', '--from', 'monday'], 'is no day'],
  [['add', 'x', '--secret-file', 'nowhere'], 'cannot be read'],
  [['log'], 'say a NAME'],
  [['forget', 'x'], 'is none of add, list'],
  [['list', '--db', 'postgres://nowhere/x'], 'name one with --watches'],
])('watch %j is refused with a reason', { timeout: 20_000 }, async (args, why) => {
  const { code, err } = await run('watch', ...args)
  expect(code).toBeGreaterThan(0)
  expect(err).toContain(why)
})
