// One writer of a ledger, killed at a point. argv: database, file of coded rows (JSONL), what to do, number of the statement at which to die (0: never).
// Prints a line for each acknowledged batch.
import { readFileSync } from 'node:fs'
import { register } from 'node:module'
import { deserialize } from 'node:v8'

register('./hooks.mjs', import.meta.url)
const [path, file, what] = process.argv.slice(2)
const { openSqlite } = await import('../../packages/demarche/dist/store/index.js')
const effects = deserialize(readFileSync(`${file}.effects`))

if (what === 'old') {
  // A ledger of the oldest schema, with documents in it.
  const { migrate, migrations } = await import('../../packages/demarche/dist/store/sqlite/migrate.js')
  const { DatabaseSync } = await import('@photostructure/sqlite')
  const db = new DatabaseSync(path)
  db.exec('PRAGMA journal_mode = WAL')
  migrate(db, path, migrations().slice(0, 1))
  db.close()
  process.exit(0)
}
const rows = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
const store = openSqlite({ path, access: 'write', effects })
const say = (word) => process.stdout.write(`${word}\n`)
if (what === 'backup') {
  await store.backup(`${path}.copy`)
  say('backup')
} else {
  for (let i = 0; i < rows.length; i += 4) {
    const batch = rows.slice(i, i + 4)
    await store.put(batch.map(({ id, input, article }) => ({ id, input, article })))
    say(`put ${batch.map(({ id }) => id).join(' ')}`)
  }
  for (let waiting = await store.waiting('c', 5); waiting.length > 0; waiting = await store.waiting('c', 5)) {
    await store.commit(
      waiting.map(({ id }) => ({ id, row: rows.find((it) => it.id === id) })),
      'c',
    )
    say(`commit ${waiting.map(({ id }) => id).join(' ')}`)
  }
  await store.settle()
  say('settle')
}
await store.close()
say('closed')
