#!/usr/bin/env node
// Writes docs/commands.md from the definitions of the commands, and packages/demarche/schema/*.json from the schemas of the rows.
// Usage: npm run build && node scripts/reference.mjs
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const root = new URL('../', import.meta.url)
const commands = new URL('packages/demarche/dist/cli/commands/', root)

const cell = (text = '') => text.replaceAll('|', '\\|')
const flag = (name, { type, valueHint, alias }) =>
  type === 'string'
    ? `${[name, alias ?? []]
        .flat()
        .map((it) => `--${it}`)
        .join(', ')} ${valueHint ?? 'VALUE'}`
    : type === 'positional'
      ? name
      : `--${name}`

function section({ meta, args = {} }, { takes, examples = [] } = {}) {
  const rows = Object.entries(args).map(
    ([name, it]) =>
      `| \`${cell(flag(name, it))}\` | ${cell(it.description)}${it.default === undefined ? '' : ` (default: ${it.default})`} |`,
  )
  const table = rows.length === 0 ? [] : ['', '| option | meaning |', '|---|---|', ...rows]
  const shown = ['', '```text', `demarche ${meta.name}${takes ? ` ${takes}` : ''}`, '', ...examples, '```']
  return [`## ${meta.name}`, '', meta.description, ...shown, ...table].join('\n')
}

/** The page of the command reference. */
export async function reference() {
  const files = readdirSync(commands).filter((name) => /^[a-z]+\.js$/.test(name))
  const found = await Promise.all(files.toSorted().map(async (name) => (await import(new URL(name, commands))).default))
  const { called } = await import(new URL('../help-words.js', commands))
  const head = '# Commands\n\nWritten by `node scripts/reference.mjs` from the definitions of the commands: change those, not this page.'
  return `${[head, ...found.map((it) => section(it, called(it.meta.name)))].join('\n\n')}\n`
}

/** The JSON Schemas of the rows that programs read, by file name. */
export async function schemas() {
  const rows = await import(new URL('packages/demarche/dist/spec/index.js', root))
  const published = { document: 'DocumentRow', failure: 'FailureRow', event: 'EventRow', entry: 'EntryRow', state: 'StateRow' }
  return Object.entries(published).map(([name, row]) => [`${name}.json`, `${JSON.stringify(z.toJSONSchema(rows[row]), undefined, 2)}\n`])
}

if (import.meta.filename === process.argv[1]) {
  writeFileSync(new URL('docs/commands.md', root), await reference())
  const folder = new URL('packages/demarche/schema/', root)
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of await schemas()) writeFileSync(new URL(name, folder), text)
}
