#!/usr/bin/env node
// The checksums of the exports that a release makes of the examples, so that another machine, another Node or a later build of the same sources can be held to them.
//   npm run golden                              compares: with the checksums of the release, or, where the program is another one, with one worker here
//   npm run golden -- --node PATH --node PATH   on other Nodes too
//   npm run golden -- --write                   writes them anew: at a release, on purpose, with a line in CHANGELOG.md
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const GOLDEN = here('../cases/golden/examples.json')
const FORMATS = 'csv,jsonl,gdelt,panels'

/** All that decides what bytes come out: the compiled program and its migrations, the bundle, the models, the examples. */
export function programHash() {
  const hash = createHash('sha256')
  const folders = [
    '../packages/demarche/dist/',
    '../packages/demarche/migrations/',
    '../packages/english/bundle/',
    '../packages/english/models/',
    '../examples/',
  ]
  for (const folder of folders)
    for (const name of readdirSync(here(folder), { recursive: true, encoding: 'utf8' }).toSorted())
      if (/\.(?:js|json|jsonl|sql|gz|bin)$/.test(name) && !/\.test\./.test(name))
        hash.update(name).update(readFileSync(here(folder) + name))
  return hash.digest('hex')
}

/** The checksums that were written: `{program, sums}`, `sums` as lines of `SHA256SUMS`; undefined where there are none. */
export const golden = () => (existsSync(GOLDEN) ? JSON.parse(readFileSync(GOLDEN, 'utf8')) : undefined)

/** The checksums that this program gives. */
export function sumsOf(threads = '1', env = {}, node = process.execPath) {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-golden-'))
  const run = (...args) =>
    execFileSync(node, [here('../packages/demarche/bin/demarche.js'), ...args], {
      stdio: 'ignore',
      env: { ...process.env, ...env },
    })
  try {
    const inputs = readdirSync(here('../examples/'))
      .filter((name) => name.endsWith('.jsonl'))
      .toSorted()
    run('ingest', '--db', join(folder, 'ledger.db'), '--threads', threads, ...inputs.map((name) => here('../examples/') + name))
    run('export', '--db', join(folder, 'ledger.db'), '--format', FORMATS, '--out', join(folder, 'out'))
    return readFileSync(join(folder, 'out/SHA256SUMS'), 'utf8').trim().split('\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { write: { type: 'boolean', default: false }, node: { type: 'string', multiple: true, default: [] } },
  })
  const program = programHash()
  const before = golden()
  if (values.write) {
    writeFileSync(GOLDEN, `${JSON.stringify({ program, sums: sumsOf() }, undefined, 2)}\n`)
    console.log(`written for program ${program.slice(0, 12)}`)
  } else {
    const released = before?.program === program
    const wanted = released ? before.sums : sumsOf()
    console.log(
      `${wanted.length} files; compared with ${released ? 'the checksums of the release' : 'one worker here, for the checksums of the release are those of another program'}`,
    )
    const ways = [
      ...(released ? [['one worker', '1', {}]] : []),
      ['eight workers', '8', {}],
      ['in the Chatham Islands, in Turkish', '1', { TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
      ['in Newfoundland, in the C locale', '1', { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' }],
      ...values.node.flatMap((node) => [
        ['one worker', '1', {}, node],
        ['eight workers in Samoa, in German', '8', { TZ: 'Pacific/Apia', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }, node],
      ]),
    ]
    for (const [name, threads, env, node = process.execPath] of ways) {
      const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
      const same = sumsOf(threads, env, node).join('\n') === wanted.join('\n')
      console.log(`Node ${version}, ${name}: ${same ? 'the same bytes' : 'OTHER BYTES'}`)
      if (!same) process.exitCode = 1
    }
  }
}
