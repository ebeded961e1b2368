import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { afterAll, expect, test } from 'vitest'

// A disk that runs full, a writer that stands still, a worker that does not come back: what kills at every point (`npm run test:kill`) do not show.
const folder = mkdtempSync(join(tmpdir(), 'demarche-crash-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const root = join(import.meta.dirname, '..')
const bin = join(root, 'packages/demarche/bin/demarche.js')
const at = (name: string): string => join(folder, name)
const run = (...args: string[]) => spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' })
const sums = (db: string): string => {
  run('export', '--db', db, '--format', 'csv,jsonl', '--out', `${db}.out`)
  return readFileSync(join(`${db}.out`, 'SHA256SUMS'), 'utf8')
}

const DAYS = Array.from({ length: 28 }, (_, i) => `2024-02-${String(i + 1).padStart(2, '0')}`)
const article = (i: number): string =>
  JSON.stringify({
    id: `a-${i}`,
    published: DAYS[i % DAYS.length],
    text: `Chad expelled ${i + 2} Nigerien diplomats. ${`Delegates of group ${i} met in N'Djamena. `.repeat(20)}`,
  })
const articles = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => `${article(from + i)}\n`).join('')
writeFileSync(at('few.jsonl'), articles(0, 5))
writeFileSync(at('many.jsonl'), articles(0, 150))

/** Whether a small file system of its own can be made for one command. */
const mounts = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', folder]).status === 0

test.skipIf(!mounts)(
  'a full disk is said with its cure; what was acknowledged stays, and with room again the ledger is whole',
  { timeout: 120_000 },
  () => {
    const script = `
    mount -t tmpfs -o size=500k none "$1" || exit 9
    db="$1/x.db"
    node "$2" ingest --db "$db" "$3" || exit 8
    node "$2" ingest --db "$db" "$4" 2>"$5"; echo "status $?"
    node "$2" verify --db "$db"
    mount -o remount,size=64m "$1"
    node "$2" verify --db "$db"
    node "$2" ingest --db "$db" "$4" 2>/dev/null || exit 7
    node "$2" export --db "$db" --format csv,jsonl --out "$6"
  `
    const mount = mkdtempSync(join(folder, 'small-'))
    const { stdout, status } = spawnSync(
      'unshare',
      ['-rm', 'sh', '-c', script, 'sh', mount, bin, at('few.jsonl'), at('many.jsonl'), at('said'), at('full')],
      { encoding: 'utf8' },
    )
    expect([status, stdout]).toEqual([0, 'status 1\nnothing was altered\nnothing was altered\n'])
    expect(readFileSync(at('said'), 'utf8')).toMatch(
      /the disk is full; nothing that was acknowledged is lost.*make room and run the same command again/s,
    )
    run('ingest', '--db', at('whole.db'), at('many.jsonl'))
    expect(readFileSync(join(at('full'), 'SHA256SUMS'), 'utf8')).toBe(sums(at('whole.db')))
  },
)

test('a writer that stands still in the middle loses nothing, and readers go on', { timeout: 120_000 }, async () => {
  const db = at('still.db')
  const writer = spawn(process.execPath, [bin, 'ingest', '--db', db, at('many.jsonl')], { stdio: 'ignore' })
  const ended = once(writer, 'exit') as Promise<[number | null]>
  for (let stops = 0; stops < 3 && writer.exitCode === null; stops++) {
    await wait(400)
    writer.kill('SIGSTOP')
    if (existsSync(db)) expect(run('status', '--db', db).status).not.toBe(1)
    await wait(1500)
    writer.kill('SIGCONT')
  }
  expect((await ended)[0]).toBe(0)
  run('ingest', '--db', at('moved.db'), at('many.jsonl'))
  expect(sums(db)).toBe(sums(at('moved.db')))
})

test('a thread that is caught in a regular expression can be stopped: on this the limit of time rests', { timeout: 30_000 }, async () => {
  const caught = new Worker(`require('node:worker_threads').parentPort.postMessage('begun'); /^(a+)+$/.exec('a'.repeat(60) + 'b')`, {
    eval: true,
  })
  await once(caught, 'message')
  await wait(300)
  const before = performance.now()
  await caught.terminate()
  expect(performance.now() - before).toBeLessThan(5000)
})
