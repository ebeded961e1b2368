import { expect, test } from 'vitest'
import { Problem } from '../text/index.js'
import type { Changes, Feed, ReadModel } from '../store/index.js'
import { parsed, withoutParser } from '../work/openmetrics.test.suite.js'
import { mirror, mirrorMetrics, type Mirrored } from './mirror.js'

const away = (): Problem => new Problem({ reason: 'no-server', place: 'clickhouse://a', fault: 'it is away', cure: 'wait' })

/** A ledger of so many parts, and a model that fails at some of its calls. */
function ends(parts: number, failing: (call: number) => unknown) {
  const taken: string[] = []
  let calls = 0
  const feed: Feed = {
    changes: async (_, place = '0') => {
      const next = Math.min(Number(place) + 1, parts)
      const part: Changes = {
        number: next,
        events: [{ id: place, versions: [], sentences: [] }],
        relations: [],
        parties: [],
        place: String(next),
        last: next === parts,
      }
      return part
    },
    unfollow: async () => {},
  }
  const model = {
    place: async () => taken.at(-1),
    apply: async (part: Changes) => {
      const error = failing(++calls)
      if (error) throw error
      taken.push(part.place)
    },
  } as unknown as ReadModel
  const said: string[] = []
  const counted: Mirrored = { changes: 0, failures: 0 }
  const stop = new AbortController()
  const options = { feed, model, name: 'a', every: 1, stop: stop.signal, now: () => 1000, say: (event: string) => void said.push(event) }
  return { options, counted, taken, said, stop }
}

test('a model that is away is waited for, and what was taken over is not asked again', async () => {
  const it = ends(3, (call) => (call === 2 ? away() : undefined))
  const running = mirror({ ...it.options, once: false }, it.counted)
  while (it.counted.level === undefined) await new Promise((resolve) => setTimeout(resolve, 1))
  it.stop.abort()
  await running
  expect(it.taken.slice(0, 3)).toEqual(['1', '2', '3'])
  expect(it.counted.failures).toBe(1)
  expect([it.said[0], it.said.at(-1)]).toEqual(['started', 'stopped'])
})

test('once, and with faults that do not pass, it ends', async () => {
  const once = ends(3, () => undefined)
  await mirror({ ...once.options, once: true }, once.counted)
  expect(once.counted).toEqual({ changes: 3, failures: 0, level: 1000 })
  await expect(mirror({ ...ends(3, away).options, once: true }, { changes: 0, failures: 0 })).rejects.toThrow('it is away')
  await expect(mirror({ ...ends(3, () => new Error('broken')).options, once: false }, { changes: 0, failures: 0 })).rejects.toThrow(
    'broken',
  )
})

test.skipIf(withoutParser !== undefined)('its metrics are an OpenMetrics text', () => {
  const text = (counted: Mirrored): string[] =>
    parsed(mirrorMetrics(counted, 1e6, 3500)).map(([name, type, , , [sample]]) => `${name} ${type} ${sample?.[2]}`)
  expect(text({ changes: 5, failures: 1, level: 1000 })).toEqual([
    'demarche_mirror_changes counter 5',
    'demarche_mirror_failures counter 1',
    'demarche_mirror_age_seconds gauge 2.5',
    'demarche_memory_bytes gauge 1000000',
  ])
  expect(text({ changes: 0, failures: 0 })).toHaveLength(3)
})
