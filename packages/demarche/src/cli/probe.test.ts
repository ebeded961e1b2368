import { expect, test, vi } from 'vitest'
import { jsonLines } from './log.js'
import { openProbe } from './probe.js'

test('who lives, who can work, and what was counted', async () => {
  let ready = async (): Promise<void> => {}
  let metrics = async (): Promise<string> => 'x 1\n# EOF\n'
  const probe = await openProbe({ ready: () => ready(), metrics: () => metrics() }, '127.0.0.1', 0)
  const ask = async (path: string): Promise<[number, string]> => {
    const answer = await fetch(`http://127.0.0.1:${probe.port}${path}`)
    return [answer.status, await answer.text()]
  }
  try {
    expect([await ask('/healthz'), await ask('/readyz'), await ask('/metrics?x=1')]).toEqual([
      [200, 'ok\n'],
      [200, 'ready\n'],
      [200, 'x 1\n# EOF\n'],
    ])
    expect((await ask('/etc/passwd'))[0]).toBe(404)
    // A worker that drains, or that cannot reach its ledger, lives and is not ready.
    ready = () => Promise.reject(new Error('draining'))
    metrics = () => Promise.reject(new Error('the log is away'))
    expect([await ask('/readyz'), await ask('/metrics'), (await ask('/healthz'))[0]]).toEqual([
      [503, 'draining\n'],
      [503, 'the log is away\n'],
      200,
    ])
    ready = () => new Promise(() => {})
    expect(await ask('/readyz')).toEqual([503, 'no answer in time\n'])
    await expect(openProbe({ ready, metrics }, '127.0.0.1', probe.port)).rejects.toEqual(
      expect.objectContaining({ fault: expect.objectContaining({ reason: 'no-port' }) as unknown }),
    )
  } finally {
    probe.close()
  }
}, 15_000)

test('the log is JSON, one object a line, whatever is said', () => {
  const lines: string[] = []
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((it) => lines.push(String(it)) > 0)
  try {
    const say = jsonLines('w1', () => new Date(0))
    say('started', { threads: 2 })
    say('store-failed', { error: 'two\nlines "quoted"' })
  } finally {
    write.mockRestore()
  }
  expect(lines.every((it) => it.endsWith('\n') && it.indexOf('\n') === it.length - 1)).toBe(true)
  expect(lines.map((it) => JSON.parse(it) as unknown)).toEqual([
    { at: '1970-01-01T00:00:00.000Z', level: 'info', event: 'started', worker: 'w1', threads: 2 },
    { at: '1970-01-01T00:00:00.000Z', level: 'warn', event: 'store-failed', worker: 'w1', error: 'two\nlines "quoted"' },
  ])
})
