import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { listen } from './listen.js'
import { rateLimiter } from './rate.js'

test('a client may ask so often at once and then each second; another is not held back by it', () => {
  let now = 0
  const wait = rateLimiter({ burst: 3, second: 2 }, () => now)
  expect([wait('a'), wait('a'), wait('a'), wait('a')]).toEqual([0, 0, 0, 1])
  expect(wait('b')).toBe(0)
  now = 500
  expect([wait('a'), wait('a')]).toEqual([0, 1])
  now = 60_000
  expect([wait('a'), wait('a'), wait('a'), wait('a')]).toEqual([0, 0, 0, 1])
})

test('the wait is as long as the rate needs, in whole seconds', () => {
  const wait = rateLimiter({ burst: 1, second: 0.1 }, () => 0)
  expect([wait('a'), wait('a')]).toEqual([0, 10])
})

test('clients without end do not fill the memory, nor lock anybody out', () => {
  const wait = rateLimiter({ burst: 1, second: 1 }, () => 0)
  expect(Array.from({ length: 30_000 }, (_, i) => wait(`client ${i}`)).every((it) => it === 0)).toBe(true)
})

test('the server tells who asks too often when to come back, before it does anything else', async () => {
  let asked = 0
  const app = new Hono().get('/', (c) => c.text(String(++asked)))
  const server = await listen(app, '127.0.0.1', 0, { burst: 2, second: 0.01 })
  try {
    const answers = []
    for (let i = 0; i < 4; i++) answers.push(await fetch(`http://127.0.0.1:${server.port}/`))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 429])
    expect(Number(answers[3]!.headers.get('retry-after'))).toBeGreaterThan(50)
    expect(asked).toBe(2)
  } finally {
    await server.close()
  }
})
