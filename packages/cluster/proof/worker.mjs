// A worker as `demarche worker` runs it, with a light coder, that kills itself at a named point:
//   node worker.mjs STORE LOG NAME POINT TIME [mute]
// A mute one gives no signs of life while it codes, and is slow at times: its documents go to another, and both finish them.
// POINT is `never`, documents (`documents d7,d12`: whoever is to code one dies, each time), a step (`before commit`), or `sql PATTERN`: just before the first statement that fits is sent, or just after it (`sql+ PATTERN`); TIME says at the how-manieth time.
import pg from 'pg'
import { newTally, work } from 'demarche/work'
import { openJetStream, openPostgres } from '../dist/index.js'
import { coded, EFFECTS } from './made.mjs'
import { PACE, PATIENCE } from './pace.mjs'

const [url, address, name, point, time, mute] = process.argv.slice(2)
const deadly = /^documents (.+)$/.exec(point)?.[1].split(',') ?? []
let times = Number(time)
const reach = (here) => {
  if (here === point && --times === 0) process.kill(process.pid, 'SIGKILL')
}

const statement = /^sql(\+?) (.+)$/.exec(point)
if (statement) {
  const [, after, pattern] = statement
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function patched(...args) {
    const text = typeof args[0] === 'string' ? args[0] : (args[0]?.text ?? '')
    const hit = new RegExp(pattern).test(text) && --times === 0
    if (hit && !after) process.kill(process.pid, 'SIGKILL')
    const result = query.apply(this, args)
    // The statement is on its way: the server may carry it out or not.
    if (hit) setImmediate(() => process.kill(process.pid, 'SIGKILL'))
    return result
  }
}

const around = (object, names) =>
  Object.fromEntries(
    Object.entries(object).map(([key, value]) => [
      key,
      names.includes(key)
        ? async (...args) => {
            reach(`before ${key}`)
            const result = await value(...args)
            reach(`after ${key}`)
            return result
          }
        : value,
    ]),
  )

const store = around(await openPostgres({ url, access: 'write', effects: EFFECTS, connections: 4 }), [
  'commit',
  'settle',
  'find',
  'unmarked',
])
const inner = around(await openJetStream({ url: address, patience: PATIENCE }), ['take', 'announce'])
const log = { ...inner, take: async (...args) => (await inner.take(...args)).map((it) => around(it, ['ack'])) }
const stop = new AbortController()
process.on('SIGTERM', () => stop.abort())
const say = process.env['SAY'] ? (event, more) => console.error(name, event, JSON.stringify(more ?? {})) : () => {}
await work({
  store,
  log,
  code: async (documents) => {
    if (documents.some(({ id }) => deadly.includes(id))) process.kill(process.pid, 'SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, mute && documents.some(({ input }) => input.item % 25 === 7) ? PATIENCE * 1.3 : 5))
    return documents.map(coded)
  },
  coder: 'made 1',
  name,
  threads: 1,
  task: 8,
  tally: newTally(),
  now: () => performance.now(),
  say,
  stop: stop.signal,
  pace: { ...PACE, ...(mute ? { hold: 60_000 } : {}) },
})
await Promise.race([Promise.all([log.close(), store.close()]), new Promise((resolve) => setTimeout(resolve, 1000))])
process.exit(0)
