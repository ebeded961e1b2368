import { afterEach, expect, test, vi } from 'vitest'
import type { Store } from '../store/index.js'
import { servedFrom, serveUntilStopped } from './served.js'

const GIVEN = 'made-up-0123456789abcdef-0123'
const store = { events: async () => ({ events: [] }) } as unknown as Store
afterEach(() => vi.unstubAllEnvs())

test('servers behind one address share the token of the environment, else each has its own', () => {
  vi.stubEnv('DEMARCHE_TOKEN', GIVEN)
  expect([servedFrom(store, 'a.db').token, servedFrom(store, 'a.db').token]).toEqual([GIVEN, GIVEN])
  vi.stubEnv('DEMARCHE_TOKEN', '')
  const own = [servedFrom(store, 'a.db').token, servedFrom(store, 'a.db').token]
  expect(new Set([...own, GIVEN]).size).toBe(3)
})

test.each(['short', 'change-me', `${GIVEN} with blanks`, `${GIVEN}\nx`])(
  'a token that could be guessed or not be sent is refused: %j',
  (token) => {
    vi.stubEnv('DEMARCHE_TOKEN', token)
    expect(() => servedFrom(store, 'a.db')).toThrow('DEMARCHE_TOKEN: write at least 24 letters')
  },
)

test('others than this machine must show the given token, and it stands in no log', async () => {
  vi.stubEnv('DEMARCHE_TOKEN', GIVEN)
  const lines: string[] = []
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((it) => lines.push(String(it)) > 0)
  try {
    const serving = serveUntilStopped(servedFrom(store, 'a.db'), { host: '0.0.0.0', port: '0' })
    await expect.poll(() => lines.join('')).toMatch(/serving/)
    const [, port] = /serving http:\/\/0\.0\.0\.0:(\d+)\n/.exec(lines.join('')) ?? []
    const status = async (path: string, token?: string): Promise<number> => {
      const headers = { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), connection: 'close' }
      return (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).status
    }
    expect([await status('/api/events'), await status('/api/events', 'other'), await status('/api/events', GIVEN)]).toEqual([401, 401, 200])
    expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 200])
    process.emit('SIGTERM')
    await serving
  } finally {
    write.mockRestore()
  }
  expect(lines.join('')).not.toContain(GIVEN)
})
