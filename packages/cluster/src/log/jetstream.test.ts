import { createConnection, createServer, type Socket } from 'node:net'
import { jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect, type Msg } from '@nats-io/transport-node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PATIENCE, workLogContract } from '../../../demarche/src/work/contract.test.suite.js'
import { freePort, startNats, withoutNats, type Server } from '../servers.test.suite.js'
import { readAddress } from './address.js'
import { openJetStream } from './jetstream.js'
import { timesOf } from './pull.js'

if (withoutNats !== undefined) process.stdout.write(`the tests of the log between machines are skipped: ${withoutNats}\n`)

describe.skipIf(withoutNats !== undefined)('JetStream', () => {
  let server: Server
  let number = 0
  let url = ''
  beforeAll(async () => {
    server = await startNats()
  })
  afterAll(() => server?.stop())
  const open = (): ReturnType<typeof openJetStream> => {
    url = `${server.url}/test${number++}`
    return openJetStream({ url, patience: PATIENCE })
  }

  workLogContract('JetStream', open, () => openJetStream({ url, patience: PATIENCE }))

  test('a broker that is killed and started again hands out what was announced', async () => {
    const log = await open()
    await log.announce(['a', 'b'], 'coder 1')
    const [a] = await log.take(1, 500)
    await server.kill()
    expect(await log.take(1, 100)).toEqual([])
    const announcing = log.announce(['c'], 'coder 1')
    await server.start()
    expect(await announcing).toBe(1)
    await a!.ack()
    const found = new Set<string>()
    // What was acknowledged while the broker fell may be handed out once more, after the time that a worker has for it.
    const isDone = async (): Promise<boolean> => {
      const { waiting, taken } = await log.backlog()
      return found.size === 2 && waiting === 0 && taken === 0
    }
    for (let i = 0; i < 80 && !(await isDone()); i++)
      for (const it of await log.take(5, 200)) {
        if (it.document !== 'a') found.add(it.document)
        await it.ack()
      }
    expect([...found].toSorted()).toEqual(['b', 'c'])
    expect(await log.backlog()).toMatchObject({ waiting: 0, taken: 0 })
    await log.close()
  })

  test('an announcement bears an id, so that one that is sent twice after a lost answer is one', async () => {
    const log = await open()
    await log.announce(['a'], 'coder 1')
    const nc = await connect({ servers: server.url })
    const name = url.split('/').at(-1)!
    const message = await (await jetstreamManager(nc)).streams.getMessage(`${name}-work`, { seq: 1 })
    const id = message!.header.get('Nats-Msg-Id')
    expect(id).toMatch(/^[0-9a-f]{40}$/)
    const [it] = await log.take(1, 500)
    await it!.ack()
    await expect.poll(() => log.backlog()).toMatchObject({ waiting: 0, taken: 0 })
    // As if the answer to the first had been lost: the stream has no such document any more, and takes none.
    const again = await jetstream(nc).publish(message!.subject, message!.data, { msgID: id })
    expect(again.duplicate).toBe(true)
    expect(await log.announce(['a'], 'coder 1')).toBe(0)
    expect(await log.announce(['a'], 'coder 2')).toBe(1)
    await nc.close()
    await log.close()
  })

  test('a broker that falls silent is noticed by that alone, and asked again', async () => {
    const passage = await passageTo(Number(new URL(server.url).port))
    const name = `silent${number++}`
    const direct = await openJetStream({ url: `${server.url}/${name}`, patience: PATIENCE })
    const log = await openJetStream({ url: `nats://127.0.0.1:${passage.port}/${name}`, patience: PATIENCE, ping: 100 })
    await direct.announce(['a'], 'coder 1')
    expect((await log.take(1, 500)).map(({ document }) => document)).toEqual(['a'])
    // What was connected stays so, and nothing goes through: a machine that lost its power says no goodbye.
    passage.mute()
    await direct.announce(['b'], 'coder 1')
    const found = new Set<string>()
    await expect
      .poll(
        async () => {
          for (const it of await log.take(5, 100)) {
            found.add(it.document)
            await it.ack()
          }
          return [...found].toSorted()
        },
        { timeout: 20_000 },
      )
      .toEqual(['a', 'b'])
    await Promise.all([direct.close(), log.close()])
    await passage.close()
  })

  test('replicas that one broker alone cannot keep are a clear error', async () => {
    await expect(openJetStream({ url: `${server.url}/many?replicas=3` })).rejects.toThrow(
      /replicas.* as a cluster where replicas are asked for/,
    )
  })
})

/** A way to a port that can be made to swallow all that its connections say; new ones go through. */
async function passageTo(to: number): Promise<{ readonly port: number; mute(): void; close(): Promise<void> }> {
  const pairs: [Socket, Socket][] = []
  const server = createServer((near) => {
    const far = createConnection(to, '127.0.0.1')
    for (const it of [near, far]) it.on('error', () => {})
    near.pipe(far)
    far.pipe(near)
    pairs.push([near, far])
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port,
    mute() {
      for (const [near, far] of pairs.splice(0)) {
        near.unpipe(far)
        far.unpipe(near)
        for (const it of [near, far]) it.resume()
        server.once('close', () => [near, far].forEach((it) => it.destroy()))
      }
    },
    close: async () => {
      for (const pair of pairs) for (const it of pair) it.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

test('how often a document was handed out stands in the address for its answer, of older and newer brokers', () => {
  const times = (reply: string): number => timesOf({ reply } as Msg)
  expect(times('$JS.ACK.demarche-work.coders.3.17.20.1700000000000000000.5')).toBe(3)
  expect(times('$JS.ACK.hub.Ab12Cd.demarche-work.coders.4.17.20.1700000000000000000.5.token')).toBe(4)
})

test('addresses of logs', () => {
  expect(readAddress('nats://localhost:4222')).toEqual({ servers: ['localhost:4222'], tls: false, name: 'demarche' })
  expect(readAddress('tls://me:p%40ss@a:1,b:2/news?replicas=3')).toEqual({
    servers: ['a:1', 'b:2'],
    tls: true,
    user: 'me',
    pass: 'p@ss',
    name: 'news',
    replicas: 3,
  })
  expect(readAddress('nats://secret@a')).toMatchObject({ token: 'secret' })
  for (const wrong of ['http://a', 'nats://', 'nats://a/b.c', 'nats://a?replicas=9'])
    expect(() => readAddress(wrong)).toThrow('no address of a log')
})
