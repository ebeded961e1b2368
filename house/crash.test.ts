import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, expect, test } from 'vitest'

// Ledgers in trouble, through the program as it is installed. Death at every point is the matter of `npm run test:kill`.
const folder = mkdtempSync(join(tmpdir(), 'demarche-crash-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const root = join(import.meta.dirname, '..')
const bin = join(root, 'packages/demarche/bin/demarche.js')
const articles = join(folder, 'in.jsonl')
writeFileSync(articles, readFileSync(join(root, 'examples/armenia-azerbaijan.jsonl'), 'utf8').split('\n').slice(0, 4).join('\n'))
const run = (...args: string[]): { stderr: string; stdout: string; status: number | null } =>
  spawnSync('node', [bin, ...args], { encoding: 'utf8' })
const sums = (db: string): string => {
  const out = `${db}.out`
  execFileSync('node', [bin, 'export', '--db', db, '--format', 'csv,jsonl', '--out', out], { stdio: 'ignore' })
  return readFileSync(join(out, 'SHA256SUMS'), 'utf8')
}

test('two ingesters at once: each ends well or says that it is locked, and the ledger is that of one', { timeout: 90_000 }, async () => {
  const both = join(folder, 'both.db')
  const results = await Promise.allSettled([1, 2].map(() => promisify(execFile)('node', [bin, 'ingest', '--db', both, articles])))
  for (const it of results)
    if (it.status === 'rejected') expect(String((it.reason as { stderr: string }).stderr)).toMatch(/another process is writing to it/)
  const one = join(folder, 'one.db')
  run('ingest', '--db', both, articles)
  run('ingest', '--db', one, articles)
  expect(sums(both)).toBe(sums(one))
  expect(run('verify', '--db', both).stdout).toBe('nothing was altered\n')
})

test('a locked, a damaged and an unwritable ledger are clear errors', { timeout: 60_000 }, () => {
  const locked = join(folder, 'locked.db')
  const db = new DatabaseSync(locked)
  db.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (a); BEGIN EXCLUSIVE')
  expect(run('ingest', '--db', locked, articles)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('another process is writing to it') as unknown,
  })
  db.close()
  const damaged = join(folder, 'damaged.db')
  writeFileSync(damaged, Buffer.alloc(8192, 'no database '))
  expect(run('ingest', '--db', damaged, articles)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('it is no sound database') as unknown,
  })
  const closed = join(folder, 'none', 'x.db')
  expect(run('ingest', '--db', closed, articles)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('it cannot be made there') as unknown,
  })
})

test('a ledger that is cut short while a question runs is an error, not the end of the process', { timeout: 60_000 }, () => {
  const path = join(folder, 'cut.db')
  const script = `
    const { openDatabase } = await import(${JSON.stringify(join(root, 'packages/demarche/dist/store/sqlite/open.js'))})
    const { truncateSync } = await import('node:fs')
    const path = ${JSON.stringify(path)}
    const writer = openDatabase(path, 'write')
    writer.exec('CREATE TABLE filler (a)')
    writer.exec('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO filler SELECT randomblob(2000) FROM n')
    writer.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    writer.close()
    const reader = openDatabase(path, 'read')
    let seen = 0
    try {
      for (const row of reader.prepare('SELECT a FROM filler').iterate()) if (seen++ === 10) truncateSync(path, 8192)
      console.log('read to the end')
    } catch (error) {
      console.log(error.message)
    }`
  const { stdout, signal } = spawnSync('node', ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect([signal, stdout.trim()]).toEqual([null, 'database disk image is malformed'])
})
