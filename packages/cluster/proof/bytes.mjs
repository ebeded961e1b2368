import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { madeArticles } from './articles.mjs'

const BIN = fileURLToPath(new URL('../../demarche/bin/demarche.js', import.meta.url))
const demarche = (...args) => promisify(execFile)(process.execPath, [BIN, ...args], { maxBuffer: 1 << 28 })

/** The same documents by one process, by eight threads, and by three workers: the releases must be the same bytes. Returns the sentences of what went wrong. */
export async function bytes(count, { postgres, nats }, say) {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bytes-'))
  const input = join(folder, 'made.jsonl')
  writeFileSync(input, [...madeArticles(7, count)].map((it) => `${JSON.stringify(it)}\n`).join(''))
  const release = async (name, store) => {
    await demarche('export', '--db', store, '--format', 'csv,jsonl,gdelt,icews,polecat,panels', '--out', join(folder, name))
    return readFileSync(join(folder, name, 'SHA256SUMS'), 'utf8')
  }
  try {
    const found = []
    for (const threads of [1, 8]) {
      const db = join(folder, `${threads}.db`)
      await demarche('ingest', '--db', db, '--threads', String(threads), input)
      found.push([`${threads} thread${threads > 1 ? 's' : ''}`, await release(String(threads), db)])
      say(`${count} documents by one process with ${found.at(-1)[0]}`)
    }
    const ends = ['--store', postgres.url, '--log', `${nats.url}/bytes`]
    await demarche('enqueue', ...ends, input)
    say('announced')
    await Promise.all(['a', 'b', 'c'].map((name) => demarche('worker', ...ends, '--threads', '1', '--name', name, '--until-done')))
    found.push(['three workers', await release('workers', postgres.url)])
    say(`${count} documents by three workers`)
    const events = readFileSync(join(folder, '1', 'events.csv'), 'utf8').split('\r\n').length - 2
    if (events < count / 10) return [`${events} events of ${count} documents prove little`]
    const { stdout } = await demarche('verify', '--store', postgres.url)
    const wrong = found.filter(([, sums]) => sums !== found[0][1]).map(([name]) => `the exports of ${name} are not those of one thread`)
    if (wrong.length === 0) say(`the same bytes: ${events} events`)
    return [...wrong, ...(stdout === 'nothing was altered\n' ? [] : [stdout])]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
