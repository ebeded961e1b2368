// Where the bytes of a ledger are, a document.  node bench/size.mjs PATH
import { DatabaseSync } from '@photostructure/sqlite'

/** Bytes by table and index. */
export function sizes(path) {
  const db = new DatabaseSync(path, { readOnly: true })
  const rows = db.prepare('SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name ORDER BY bytes DESC').all()
  const documents = Number(db.prepare('SELECT count(*) AS n FROM document').get().n)
  db.close()
  return { documents, rows: rows.map(({ name, bytes }) => ({ name, bytes: Number(bytes) })) }
}

/** Bytes a document besides the raw documents. */
export function besidesRaw({ documents, rows }) {
  return rows.filter(({ name }) => name !== 'body').reduce((sum, { bytes }) => sum + bytes, 0) / documents
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const found = sizes(process.argv[2])
  for (const { name, bytes } of found.rows) console.log(`${name.padEnd(28)} ${(bytes / found.documents).toFixed(1).padStart(9)}`)
  console.log(`${'besides raw'.padEnd(28)} ${besidesRaw(found).toFixed(1).padStart(9)} bytes a document, ${found.documents} documents`)
}
