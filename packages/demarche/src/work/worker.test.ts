import { setTimeout as pause } from 'node:timers/promises'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { all, EFFECTS, telling } from '../store/contract.test.suite.js'
import { openSqlite, type Coded, type RawDocument, type Store } from '../store/index.js'
import { Problem } from '../text/index.js'
import { memoryLog } from './memory.js'
import type { WorkLog } from './ports.js'
import { sweep } from './sweep.js'
import { newTally, type Tally } from './tally.js'
import { work } from './worker.js'

const ROWS = Array.from({ length: 100 }, (_, i) => telling({ id: `d${i}`, day: `2024-0${1 + (i % 9)}-1${i % 10}` }))
const rows = new Map(ROWS.map((row) => [row.id, row]))
const raw = ROWS.map(({ id, input, article }) => ({ id, input, article }))
const now = (): number => performance.now()
const coded = async (documents: readonly RawDocument[]): Promise<Coded[]> => documents.map(({ id }) => ({ id, row: rows.get(id)! }))

let folder: string
let store: Store
let log: WorkLog
let said: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-work-'))
  store = openSqlite({ path: join(folder, 'a.db'), access: 'write', effects: EFFECTS })
  log = memoryLog({ patience: 200, now })
  said = []
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

/** Runs a worker until nothing waits, then stops it. */
async function worker(code = coded, through: Store = store, pace = {}): Promise<Tally> {
  const tally = newTally()
  const stop = new AbortController()
  const running = work({
    store: through,
    log,
    code,
    coder: 'coder 1',
    name: 'w1',
    threads: 1,
    task: 16,
    tally,
    now,
    say: (event) => said.push(event),
    stop: stop.signal,
    pace: { wait: 20, hold: 50, settle: 50, grace: 200, ...pace },
  })
  for (let i = 0; i < 400; i++) {
    await pause(10)
    const { waiting, taken } = await log.backlog()
    if (waiting + taken === 0) break
  }
  stop.abort()
  await running
  return tally
}

test('everything announced is coded, committed and settled', async () => {
  await store.put(raw)
  await log.announce(
    raw.map(({ id }) => id),
    'coder 1',
  )
  const tally = await worker()
  expect(await store.counts()).toMatchObject({ coded: 100, waiting: 0, claims: 100 })
  expect((await all(store.allEvents())).flatMap(({ claims }) => claims)).toHaveLength(100)
  expect([tally.coded, tally.again, tally.taken]).toEqual([100, 0, 0])
  expect((await log.workers()).map(({ name, coded: n }) => [name, n])).toEqual([['w1', 100]])
  expect(said.filter((it) => it !== 'draining')).toEqual(['started', 'stopped'])
})

test('what was committed and not acknowledged is not coded again', async () => {
  await store.put(raw.slice(0, 3))
  await store.commit([{ id: 'd0', row: rows.get('d0')! }], 'coder 1')
  await log.announce(['d0', 'd1', 'd2'], 'coder 1')
  const seen: string[] = []
  const tally = await worker(async (documents) => {
    seen.push(...documents.map(({ id }) => id))
    return coded(documents)
  })
  expect([seen.toSorted(), tally.known, tally.coded]).toEqual([['d1', 'd2'], 1, 2])
})

test('a store that is away is waited for, with the documents in hand', async () => {
  await store.put(raw.slice(0, 5))
  await log.announce(['d0', 'd1', 'd2', 'd3', 'd4'], 'coder 1')
  let failures = 2
  const away: Store = {
    ...store,
    commit: async (batch, coder) => {
      if (failures-- > 0) throw new Problem({ reason: 'no-server', place: 'here', fault: 'away', cure: 'wait' })
      await store.commit(batch, coder)
    },
  }
  const tally = await worker(coded, away)
  expect([tally.coded, tally.again, tally.storeFailures]).toEqual([5, 0, 2])
  expect(said.filter((it) => it === 'store-failed')).toHaveLength(2)
})

test('a document that the store will not take is refused alone', async () => {
  await store.put(raw.slice(0, 5))
  await log.announce(['d0', 'd1', 'd2', 'd3', 'd4'], 'coder 1')
  const picky: Store = {
    ...store,
    commit: async (batch, coder) => {
      if (batch.some((it) => it.id === 'd3' && 'row' in it)) throw new Error('too large for an index')
      await store.commit(batch, coder)
    },
  }
  await worker(coded, picky)
  expect(await store.counts()).toMatchObject({ coded: 4, refused: 1, waiting: 0 })
  expect((await store.document('d3'))?.failure).toMatchObject({
    reason: 'internal',
    place: 'store',
    fault: 'Error: too large for an index',
  })
})

test('a document that no worker survives is buried after five times, and takes no other along', async () => {
  await store.put(raw.slice(0, 20))
  await log.announce(
    raw.slice(0, 20).map(({ id }) => id),
    'coder 1',
  )
  const tally = await worker(async (documents) => {
    if (documents.some(({ id }) => id === 'd7')) throw new Error('the worker dies')
    return coded(documents)
  })
  expect(await log.buried()).toEqual([{ document: 'd7', why: 'was handed out 5 times, and no worker finished it', attempts: 6 }])
  expect(await store.counts()).toMatchObject({ coded: 19, refused: 1 })
  expect((await store.document('d7'))?.failure?.reason).toBe('worker-crash')
  expect(tally.buried).toBe(1)
})

test('what has no marker and no announcement is announced by the sweeper, once', async () => {
  await store.put(raw.slice(0, 10))
  await log.announce(['d1'], 'coder 1')
  await store.commit([{ id: 'd2', row: rows.get('d2')! }], 'coder 1')
  const options = { store, log, coder: 'coder 1', tally: newTally(), say: () => {} }
  expect(await sweep(options)).toBe(undefined)
  expect(options.tally.swept).toBe(8)
  await sweep(options)
  expect(options.tally.swept).toBe(8)
  await worker()
  expect(await store.counts()).toMatchObject({ coded: 10, waiting: 0 })
})

test('a worker that is stopped finishes what is in hand and leaves the rest', async () => {
  await store.put(raw)
  await log.announce(
    raw.map(({ id }) => id),
    'coder 1',
  )
  const stop = new AbortController()
  const tally = newTally()
  const slow = async (documents: readonly RawDocument[]): Promise<Coded[]> => {
    stop.abort()
    await pause(100)
    return coded(documents)
  }
  await work({ store, log, code: slow, coder: 'coder 1', name: 'w', threads: 1, task: 16, tally, now, say: () => {}, stop: stop.signal })
  expect(tally.coded).toBe(32)
  expect(await log.backlog()).toMatchObject({ waiting: 68, taken: 0 })
  expect((await all(store.allEvents())).flatMap(({ claims }) => claims)).toHaveLength(32)
})
