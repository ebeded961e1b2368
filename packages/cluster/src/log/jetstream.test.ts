import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PATIENCE, workLogContract } from '../../../demarche/src/work/contract.test.suite.js'
import { startNats, withoutNats, type Server } from '../servers.test.suite.js'
import { readAddress } from './address.js'
import { openJetStream } from './jetstream.js'

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
})

test('addresses of logs', () => {
  expect(readAddress('nats://localhost:4222')).toEqual({ servers: ['localhost:4222'], tls: false, name: 'demarche', replicas: 1 })
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
