import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import type { RawDocument } from 'demarche/store'
import { afterEach, describe, expect, test } from 'vitest'
import { EFFECTS } from '../../demarche/src/store/contract.test.suite.js'
import { openJetStream } from './log/jetstream.js'
import { openPostgres } from './postgres/store.js'
import { startNats, startNatsCluster, startPostgres, withoutNats, withoutPostgres, type Server } from './servers.test.suite.js'

// What a cluster of brokers does when one falls, and what becomes of a document that ends whoever takes it.
const without = withoutPostgres ?? withoutNats
if (without !== undefined) process.stdout.write(`the tests of fallen brokers and deadly documents are skipped: ${without}\n`)
const proof = (name: string): string => join(import.meta.dirname, '../proof', name)
const bin = join(import.meta.dirname, '../../demarche/bin/demarche.js')

describe.skipIf(without !== undefined)('many machines', () => {
  const servers: Server[] = []
  const workers = new Set<ChildProcess>()
  afterEach(async () => {
    for (const it of workers) it.kill('SIGKILL')
    await Promise.all(servers.splice(0).map((it) => it.stop()))
  }, 60_000)

  test('of three brokers that keep three replicas one may fall; replicas can be asked for later', async () => {
    servers.push(...(await startNatsCluster(3)))
    const hosts = servers.map(({ url }) => url.slice('nats://'.length)).join(',')
    const open = async (address: string): ReturnType<typeof openJetStream> => {
      // They must first agree on who leads.
      for (let i = 0; ; i++)
        try {
          return await openJetStream({ url: `nats://${hosts}/${address}`, patience: 2000 })
        } catch (error) {
          if (i === 60) throw error
          await pause(500)
        }
    }
    await (await open('news')).close()
    const nc = await connect({ servers: hosts.split(','), maxReconnectAttempts: -1 })
    const jsm = await jetstreamManager(nc)
    expect((await jsm.streams.info('news-work')).config.num_replicas).toBe(1)
    const log = await open('news?replicas=3')
    for (const stream of ['work', 'buried', 'workers', 'trials'])
      expect((await jsm.streams.info(`news-${stream}`)).config.num_replicas).toBe(3)

    const documents = Array.from({ length: 60 }, (_, i) => `d${i}`)
    expect(await log.announce(documents, 'coder 1')).toBe(60)
    const first = await log.take(20, 2000)
    await Promise.all(first.slice(0, 10).map((it) => it.ack()))
    const { cluster } = await jsm.streams.info('news-work')
    const leader = Number(cluster?.leader?.slice(1))
    expect(leader).toBeLessThan(3)
    await servers[leader]!.kill()
    const found = new Set(first.slice(0, 10).map(({ document }) => document))
    for (let i = 0; i < 300 && found.size < 60; i++)
      for (const it of await log.take(20, 200)) {
        found.add(it.document)
        await it.ack()
      }
    expect([...found].toSorted()).toEqual(documents.toSorted())
    expect(await log.announce(['later'], 'coder 1')).toBe(1)
    await nc.close()
    await log.close()
  }, 120_000)

  test('documents that kill five workers each are refused, kept apart and listed; the others are coded', async () => {
    servers.push(...(await Promise.all([startPostgres(), startNats()])))
    const [postgres, nats] = servers.map(({ url }) => url) as [string, string]
    const address = `${nats}/deadly`
    const made = (await import(proof('made.mjs'))) as { madeDocuments: (seed: number, count: number) => RawDocument[] }
    const documents = made
      .madeDocuments(3, 20)
      .map((it) => ({ ...it, article: { ...it.article, text: it.article.text.replace(' broken', '') } }))
    const store = await openPostgres({ url: postgres, access: 'write', effects: EFFECTS })
    const log = await openJetStream({ url: address, patience: 1000 })
    await store.put(documents)
    await log.announce(
      documents.map(({ id }) => id),
      'made 1',
    )
    let deaths = 0
    const start = (): void => {
      const child = spawn(process.execPath, [proof('worker.mjs'), postgres, address, 'w', 'documents d7,d12', '0'], { stdio: 'ignore' })
      workers.add(child)
      child.once('exit', (_, signal) => {
        workers.delete(child)
        if (signal !== 'SIGKILL') return
        deaths++
        start()
      })
    }
    start()
    await expect.poll(async () => (await store.counts()).waiting, { timeout: 90_000, interval: 200 }).toBe(0)
    await expect.poll(() => log.backlog(), { timeout: 20_000 }).toMatchObject({ waiting: 0, taken: 0, buried: 2 })
    for (const it of workers) it.kill('SIGTERM')
    // Twice in company, perhaps that of the other, and three times alone.
    expect(deaths).toBeGreaterThanOrEqual(8)
    expect(deaths).toBeLessThanOrEqual(10)
    expect(await store.counts()).toMatchObject({ documents: 20, coded: 18, refused: 2 })
    const words = ['status', '--store', postgres, '--log', address]
    const status = JSON.parse(execFileSync('node', [bin, ...words, '--json'], { encoding: 'utf8' })) as Record<string, unknown>
    expect(status).toMatchObject({
      deadLetters: expect.arrayContaining(
        ['d7', 'd12'].map(
          (document) =>
            expect.objectContaining({
              document,
              why: expect.stringMatching(/^was handed out [5-9] times, and no worker finished it$/) as unknown,
            }) as unknown,
        ),
      ) as unknown,
      failures: ['d7', 'd12'].map((id) => ({ id, reason: 'worker-crash' })),
    })
    expect(execFileSync('node', [bin, ...words], { encoding: 'utf8' })).toMatch(/^failures {2}2 refused, 2 kept apart$/m)
    await Promise.all([store.close(), log.close()])
  }, 180_000)
})
