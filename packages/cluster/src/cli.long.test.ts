import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parsed, withoutParser } from '../../demarche/src/work/openmetrics.test.suite.js'
import type { EventRow } from 'demarche/spec'
import {
  startClickHouse,
  startNats,
  startPostgres,
  withoutClickHouse,
  withoutNats,
  withoutPostgres,
  type Server,
} from './servers.test.suite.js'

// The commands for many machines as a user types them, against real servers.
const without = withoutPostgres ?? withoutNats
if (without !== undefined) process.stdout.write(`the tests of the commands for many machines are skipped: ${without}\n`)
const root = join(import.meta.dirname, '../../..')
const bin = join(root, 'packages/demarche/bin/demarche.js')
const examples = join(root, 'examples/qatar-saudi-arabia.jsonl')

interface Status {
  readonly taken: number
  readonly waiting: number
  readonly counts: { readonly coded: number }
}
interface Line {
  readonly event: string
  readonly level: string
}
const ended = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(child.exitCode)))

describe.skipIf(without !== undefined)('many machines', () => {
  let postgres: Server
  let nats: Server
  let clickhouse: Server | undefined
  const folder = mkdtempSync(join(tmpdir(), 'demarche-cluster-'))
  const running: ChildProcess[] = []
  beforeAll(async () => {
    ;[postgres, nats] = await Promise.all([startPostgres(), startNats()])
    if (withoutClickHouse === undefined) clickhouse = await startClickHouse()
  }, 60_000)
  afterAll(async () => {
    for (const it of running) it.kill('SIGKILL')
    await Promise.all([postgres?.stop(), nats?.stop(), clickhouse?.stop()])
    rmSync(folder, { recursive: true, force: true })
  }, 60_000)
  const ends = (): string[] => ['--store', postgres.url, '--log', nats.url]
  const run = (...args: string[]): string => execFileSync('node', [bin, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const status = (): Record<string, never> => JSON.parse(run('status', ...ends(), '--json')) as Record<string, never>

  /** A process with the lines of its log, and a wait for one that matches. */
  function begin(...args: string[]): { child: ChildProcess; said: (pattern: RegExp) => Promise<RegExpExecArray>; log: () => Line[] } {
    const child = spawn('node', [bin, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
    running.push(child)
    let text = ''
    child.stderr!.setEncoding('utf8').on('data', (it: string) => (text += it))
    const said = async (pattern: RegExp): Promise<RegExpExecArray> => {
      for (let i = 0; i < 1200; i++) {
        const found = pattern.exec(text)
        if (found) return found
        await pause(50)
      }
      throw new Error(`${pattern.source} was not said in: ${text}`)
    }
    /** All that was said, which must be JSON, one object a line. */
    const log = (): Line[] =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Line)
    return { child, said, log }
  }

  test('documents go in, workers code them, the exports are those of one machine', async () => {
    run('enqueue', examples, ...ends())
    expect(status()).toMatchObject({ waiting: 10, taken: 0, counts: { documents: 10, waiting: 10 } })
    const { child, said, log } = begin('worker', ...ends(), '--threads', '1', '--port', '0', '--name', 'w1')
    const port = (await said(/"event":"listening".*"port":(\d+)/))[1]
    const ask = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`)
    expect([(await ask('/healthz')).status, (await ask('/readyz')).status, (await ask('/other')).status]).toEqual([200, 200, 404])
    let text = ''
    for (let i = 0; i < 600 && !text.includes('demarche_documents_total{result="coded"} 10\n'); i++) {
      await pause(100)
      const metrics = await ask('/metrics')
      expect(metrics.headers.get('content-type')).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8')
      text = await metrics.text()
    }
    if (withoutParser === undefined) expect(parsed(text).length).toBeGreaterThan(10)
    child.kill('SIGTERM')
    await said(/"event":"stopped"/)
    expect(await ended(child)).toBe(0)
    expect(log().map(({ event }) => event)).toEqual(['listening', 'started', 'draining', 'stopped'])
    expect(status()).toMatchObject({
      waiting: 0,
      workers: [{ name: 'w1', coded: 10 }],
      counts: { coded: 10 },
      failures: [],
      deadLetters: [],
    })

    const db = join(folder, 'a.db')
    run('ingest', '--db', db, '--threads', '1', examples)
    const sums = ['--db', '--store'].map((option, i) => {
      run('export', option, i === 0 ? db : postgres.url, '--format', 'csv,jsonl,gdelt', '--out', join(folder, String(i)))
      return readFileSync(join(folder, String(i), 'SHA256SUMS'), 'utf8')
    })
    expect(sums[1]).toBe(sums[0])
    expect(run('verify', '--store', postgres.url)).toBe('nothing was altered\n')
  }, 120_000)

  test('a server answers from the shared ledger, and keeps corrections in it', async () => {
    const { said } = begin('serve', '--store', postgres.url, '--port', '0')
    const [, origin = '', token = ''] = await said(/serving (http:[^#\s]+)#token=(\S+)/)
    const [event] = (
      (await (await fetch(`${origin}/api/events?limit=1`)).json()) as {
        events: { id: string; claims: { id: string; document: string }[] }[]
      }
    ).events
    const correction = {
      claim: event!.claims[0]!.id,
      document: event!.claims[0]!.document,
      who: 'reader',
      why: 'a test',
      change: { noEvent: true },
    }
    const answer = await fetch(`${origin}/api/corrections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, origin },
      body: JSON.stringify(correction),
    })
    expect(answer.status).toBe(201)
    expect((await fetch(`${origin}/api/events/${event!.id}`)).status).toBe(404)
    expect(run('correct', '--list', '--store', postgres.url)).toContain('"why":"a test"')
  }, 60_000)

  test.skipIf(withoutClickHouse !== undefined)(
    'a read model is filled, followed, and answers as the ledger does',
    async () => {
      const read = `${clickhouse!.url}/cli_${process.pid}`
      run('mirror', '--store', postgres.url, '--read', read, '--until-done')
      for (const words of [
        ['events', '--limit', '1000'],
        ['events', '--actor', 'QAT', '--text', 'Qatar'],
        ['events', '--known-at', '2020-12-31'],
        ['dyad', 'QAT', 'SAU', '--json'],
        ['state', 'QAT', 'SAU', '--as-of', '2021-03-01'],
      ])
        expect(run(...words, '--store', postgres.url, '--read', read)).toBe(run(...words, '--store', postgres.url))

      const { child, said } = begin('mirror', '--store', postgres.url, '--read', read, '--every', '0.1', '--port', '0')
      const port = (await said(/"event":"listening".*"port":(\d+)/))[1]
      expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
      const [claim] = (JSON.parse(run('events', '--limit', '1', '--json', '--store', postgres.url)) as { events: EventRow[] }).events[0]!
        .claims
      const correcting = [claim!.id, '--document', claim!.document, '--who', 'reader', '--why', 'another test', '--no-event']
      run('correct', '--store', postgres.url, ...correcting)
      await said(/"event":"taken-over".*"changes":[1-9]/)
      const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
      expect(metrics).toMatch(/^demarche_mirror_changes_total [1-9]\d*$/m)
      if (withoutParser === undefined) expect(parsed(metrics).map(([name]) => name)).toContain('demarche_mirror_age_seconds')
      child.kill('SIGTERM')
      await said(/"event":"stopped"/)

      const served = begin('serve', '--store', postgres.url, '--read', read, '--port', '0')
      const [, origin = ''] = await served.said(/serving (http:[^#\s]+)#token=/)
      const pair = (await (await fetch(`${origin}/api/pair?a=QAT&b=SAU`)).json()) as { events: unknown[]; months: unknown[] }
      expect(pair.months.length).toBeGreaterThan(0)
      expect(await (await fetch(`${origin}/api/events?limit=500`)).json()).toEqual({
        events: (JSON.parse(run('events', '--limit', '500', '--json', '--store', postgres.url)) as { events: unknown[] }).events,
      })
      run('mirror', '--store', postgres.url, '--read', read, '--forget')
    },
    120_000,
  )

  test('a worker that is told to stop finishes what it has in hand, and leaves the rest to others', async () => {
    const articles = (await import(join(import.meta.dirname, '../proof/articles.mjs'))) as {
      longArticles: (seed: number, count: number) => Iterable<{ id: string; text: string }>
    }
    const rows = [...articles.longArticles(5, 160)]
    // The first takes long enough to be told of.
    const [first, ...others] = rows
    const input = join(folder, 'long.jsonl')
    const all = [
      {
        ...first!,
        text: rows
          .slice(0, 30)
          .map(({ text }) => text)
          .join('\n\n'),
      },
      ...others,
    ]
    writeFileSync(input, all.map((it) => `${JSON.stringify(it)}\n`).join(''))
    const limits = join(folder, 'limits.json')
    writeFileSync(limits, JSON.stringify({ slow: 0.05 }))
    const ends = ['--store', postgres.url, '--log', `${nats.url}/stopped`]
    const before = (JSON.parse(run('status', ...ends, '--json')) as Status).counts
    run('enqueue', input, ...ends)
    const { child, said, log } = begin('worker', ...ends, '--threads', '1', '--limits', limits, '--port', '0')
    await said(/"event":"slow"/)
    child.kill('SIGTERM')
    expect(await ended(child)).toBe(0)
    const { taken, waiting, counts } = JSON.parse(run('status', ...ends, '--json')) as Status
    const coded = counts.coded - before.coded
    // What one thread has in hand: two tasks of 64 documents.
    expect([taken, coded, waiting]).toEqual([0, 128, 32])
    expect(new Set(log().map(({ event }) => event))).toEqual(new Set(['listening', 'started', 'slow', 'draining', 'stopped']))
    expect(log().find(({ event }) => event === 'slow')?.level).toBe('warn')
    run('worker', ...ends, '--until-done')
    expect((JSON.parse(run('status', ...ends, '--json')) as Status).counts.coded - before.coded).toBe(160)
    expect(run('verify', '--store', postgres.url)).toBe('nothing was altered\n')
  }, 300_000)

  test('a file is refused where many write', () => {
    for (const command of ['worker', 'enqueue'])
      expect(() => execFileSync('node', [bin, command, '--log', nats.url, 'x.txt'], { stdio: 'pipe', encoding: 'utf8' })).toThrow(
        '--store postgres://… is needed',
      )
  })
})
