import { readdirSync, readFileSync } from 'node:fs'
import { Problem, sha256 } from 'demarche/text'
import type { ReadAddress } from './address.js'
import { openClient, type Client } from './client.js'

const FOLDER = new URL('../../migrations/clickhouse/', import.meta.url)

interface Step {
  readonly name: string
  readonly checksum: string
}

const steps = (): (Step & { readonly statements: readonly string[] })[] =>
  readdirSync(FOLDER)
    .toSorted()
    .map((name) => {
      const sql = readFileSync(new URL(name, FOLDER), 'utf8')
      const statements = sql
        .split('\n')
        .filter((line) => !line.trimStart().startsWith('--'))
        .join('\n')
        .split(/;\s*(?:\n|$)/)
        .filter((it) => it.trim() !== '')
      return { name, checksum: sha256(sql), statements }
    })

/** Sets up a database; several programs may do so at the same time. */
export async function setUp(address: ReadAddress): Promise<void> {
  const server = openClient({ ...address, database: 'default' })
  try {
    await server.run(`CREATE DATABASE IF NOT EXISTS ${address.database}`)
  } finally {
    await server.close()
  }
  const client = openClient(address)
  try {
    await client.run(
      'CREATE TABLE IF NOT EXISTS schema_migration (name String, checksum String) ENGINE = ReplacingMergeTree ORDER BY (name, checksum)',
    )
    const there = await applied(client, address)
    for (const { name, checksum, statements } of steps()) {
      if (there.has(name)) continue
      for (const statement of statements) await client.run(statement)
      await client.insert('schema_migration', [{ name, checksum }])
    }
  } finally {
    await client.close()
  }
}

/** Checks that a database has exactly the tables of this program. */
export async function checkSchema(client: Client, address: ReadAddress): Promise<void> {
  const there = await applied(client, address)
  if (steps().some(({ name }) => !there.has(name))) throw other(address, 'was made by an older version of demarche')
}

async function applied(client: Client, address: ReadAddress): Promise<Set<string>> {
  const there = await client.rows<Step>('SELECT name, checksum FROM schema_migration FINAL')
  const ours = new Map(steps().map(({ name, checksum }) => [name, checksum]))
  if (there.some(({ name, checksum }) => ours.get(name) !== checksum)) throw other(address, 'was made by another version of demarche')
  return new Set(there.map(({ name }) => name))
}

const other = ({ shown }: ReadAddress, fault: string): Problem =>
  new Problem({
    reason: 'other-schema',
    place: shown,
    fault,
    cure: 'run `demarche mirror` of this version into a new database, and drop the old one: it is a copy',
  })
