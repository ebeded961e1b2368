import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import type { Delivery, WorkLog } from './ports.js'

/** The patience of the logs of these tests, in milliseconds. */
export const PATIENCE = 600

/** The one suite that every log of work must pass. `open` makes an empty log with that patience; `again` another connection to the same one. */
export function workLogContract(name: string, open: () => WorkLog | Promise<WorkLog>, again?: (log: WorkLog) => Promise<WorkLog>): void {
  describe(`${name} keeps the promises of a log of work`, () => {
    let log: WorkLog
    const fresh = async (): Promise<WorkLog> => (log = await open())
    afterEach(() => log.close())
    const names = (deliveries: readonly Delivery[]): string[] => deliveries.map(({ document }) => document).toSorted()
    async function drain(): Promise<Delivery[]> {
      const found: Delivery[] = []
      for (let some = await log.take(10, 200); some.length > 0; some = await log.take(10, 100)) found.push(...some)
      return found
    }

    test('each document is handed out once, in order, until it is done', async () => {
      expect(await (await fresh()).announce(['a', 'b', 'c'], 'coder 1')).toBe(3)
      const first = await log.take(2, 500)
      expect(first.map(({ document, attempt }) => [document, attempt])).toEqual([
        ['a', 1],
        ['b', 1],
      ])
      await expect.poll(() => log.backlog()).toMatchObject({ waiting: 1, taken: 2, buried: 0 })
      await Promise.all(first.map((it) => it.ack()))
      expect(names(await log.take(9, 500))).toEqual(['c'])
      expect(await log.take(9, 50)).toEqual([])
    })

    test('what is announced and not done is announced once; what is done may be announced again', async () => {
      await fresh()
      const counts = await Promise.all([log.announce(['a', 'b'], 'coder 1'), log.announce(['b', 'c', 'c'], 'coder 1')])
      expect(counts.reduce((a, b) => a + b)).toBe(3)
      const taken = await drain()
      expect(names(taken)).toEqual(['a', 'b', 'c'])
      expect(await log.announce(['a'], 'coder 1')).toBe(0)
      await Promise.all(taken.map((it) => it.ack()))
      await expect.poll(() => log.backlog()).toMatchObject({ waiting: 0, taken: 0 })
      expect(await log.announce(['a'], 'coder 2')).toBe(1)
      expect(names(await drain())).toEqual(['a'])
    })

    // A machine that stands still longer than the patience hands out what is held, too: hence more than one attempt.
    test('what nobody speaks of is handed out again, and counted', { retry: 3 }, async () => {
      await (await fresh()).announce(['a', 'b'], 'coder 1')
      const [kept, lost] = await log.take(2, 500)
      const until = performance.now() + PATIENCE * 2
      const again: Delivery[] = []
      while (performance.now() < until) {
        for (const it of [kept!, ...again]) it.hold()
        again.push(...(await log.take(2, PATIENCE / 6)))
      }
      expect(again.map(({ document, attempt }) => [document, attempt])).toEqual([[lost!.document, 2]])
      await again[0]!.ack()
      await kept!.ack()
      await expect.poll(() => log.backlog()).toEqual({ waiting: 0, taken: 0, buried: 0, lag: 0 })
    })

    test('what is given back is handed out at once', async () => {
      await (await fresh()).announce(['a'], 'coder 1')
      for (let attempt = 1; attempt <= 7; attempt++) {
        const [it] = await log.take(1, 500)
        expect(it?.attempt).toBe(attempt)
        await it!.giveBack()
      }
      expect(names(await log.take(1, 500))).toEqual(['a'])
    })

    test('what is buried is kept with its reason, and handed out no more', async () => {
      await (await fresh()).announce(['a', 'b'], 'coder 1')
      const [a, b] = await log.take(2, 500)
      await a!.bury('kills its worker')
      await b!.ack()
      await pause(PATIENCE * 1.5)
      expect(await log.take(2, 100)).toEqual([])
      expect(await log.buried()).toEqual([{ document: 'a', why: 'kills its worker', attempts: 1 }])
      await expect.poll(() => log.backlog()).toEqual({ waiting: 0, taken: 0, buried: 1, lag: 0 })
    })

    test('it says how long the oldest has waited, and who works', async () => {
      await (await fresh()).announce(['a'], 'coder 1')
      await pause(120)
      expect((await log.backlog()).lag).toBeGreaterThan(0.1)
      const report = { name: 'w1', coder: 'coder 1', threads: 2, coded: 7, refused: 1, rate: 3.5, taken: 2, memory: 1000 }
      await log.report({ ...report, coded: 6 })
      await log.report(report)
      await log.report({ ...report, name: 'w2' })
      expect((await log.workers()).toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([report, { ...report, name: 'w2' }])
    })

    test('it counts how often a document was begun alone, until that is cleared', async () => {
      await fresh()
      expect([await log.tried('a'), await log.tried('a'), await log.tried('b.c *')]).toEqual([1, 2, 1])
      await log.cleared('a')
      await log.cleared('none')
      expect([await log.tried('a'), await log.tried('b.c *')]).toEqual([1, 2])
    })

    test('any name of a document will do', async () => {
      const strange = ['a.b *>', 'ü \u{1f600}\n"', 'x'.repeat(2000)]
      await (await fresh()).announce(strange, 'coder 1')
      expect(names(await drain())).toEqual(strange.toSorted())
    })

    test.skipIf(!again)('two connections share one log', async () => {
      await (
        await fresh()
      ).announce(
        Array.from({ length: 40 }, (_, i) => `d${i}`),
        'coder 1',
      )
      const other = await again!(log)
      const [a, b] = await Promise.all([log.take(20, 500), other.take(40, 500)])
      await Promise.all([...a!, ...b!].map((it) => it.ack()))
      expect(new Set([...names(a!), ...names(b!)]).size).toBe(a!.length + b!.length)
      for (const it of await drain()) await it.ack()
      await expect.poll(() => other.backlog()).toMatchObject({ waiting: 0, taken: 0 })
      await other.close()
    })
  })
}
