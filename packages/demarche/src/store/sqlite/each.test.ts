import { DatabaseSync } from '@photostructure/sqlite'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { each } from './each.js'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

test('a loop over rows that waits lives through the collection of garbage', async () => {
  const db = new DatabaseSync(':memory:')
  db.exec('CREATE TABLE t (n INTEGER)')
  for (let n = 0; n < 200; n++) db.prepare('INSERT INTO t VALUES (?)').run(n)
  const seen: unknown[] = []
  for (const row of each(db, 'SELECT n FROM t WHERE n >= ? ORDER BY n', 10)) {
    if (seen.length % 10 === 0) {
      await new Promise((done) => setImmediate(done))
      collect()
    }
    seen.push(row['n'])
  }
  expect(seen).toEqual(Array.from({ length: 190 }, (_, i) => i + 10))
  db.close()
})
