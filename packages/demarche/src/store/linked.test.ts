import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { all, EFFECTS, fill, telling } from './contract.test.suite.js'
import { linkedStore, openSqlite } from './index.js'

const folder = mkdtempSync(join(tmpdir(), 'demarche-linked-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('an event names the event that it responds to, though another document told that one first', async () => {
  const store = linkedStore(openSqlite({ path: join(folder, 'x.db'), access: 'write', effects: EFFECTS }))
  const answer = telling({ id: 'b', day: '2024-06-15', on: '2024-06-14', who: ['BLR', 'ARM'] })
  const [own] = answer.claims
  // The answer recalls what it answers, which document a told the day before.
  const recalled = {
    ...own!,
    id: 'claim-recalled',
    actors: own!.recipients,
    recipients: own!.actors,
    when: { from: '2024-06-13', to: '2024-06-13', basis: 'stated' as const },
  }
  await fill(store, [
    telling({ id: 'a', day: '2024-06-14', on: '2024-06-13' }),
    { ...answer, claims: [{ ...own!, respondsTo: 'claim-recalled' }, recalled] },
  ])
  const events = await all(store.allEvents())
  const [first, second] = events
  expect(events.map(({ claims }) => claims.map(({ document }) => document))).toEqual([['a', 'b'], ['b']])
  expect([first?.respondsTo, second?.respondsTo]).toEqual([undefined, first?.id])
  expect((await store.events({ actor: ['state:BLR'] })).events.map(({ respondsTo }) => respondsTo)).toEqual([first?.id, undefined])
  await store.close()
})
