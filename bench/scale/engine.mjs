import pg from 'pg'
import { mainThread, processTree } from '../processes.mjs'
import { cpuNow, dist, long, option, record, say } from './common.mjs'

const { codeOne } = await import(dist('cli/coding.js'))
const { handsFor } = await import(dist('cli/hands/index.js'))
const { coderVersion, ledgerEffects } = await import(dist('pipeline.js'))
const { memoryLog, newTally, work } = await import(dist('work/index.js'))

/** What broker and shared store cost beside coding: CPU of all who take part. */
export async function engine() {
  const { startNats, startPostgres, withoutNats, withoutPostgres } = await import('../../packages/cluster/dist/servers.test.suite.js')
  const without = withoutPostgres ?? withoutNats
  if (without) return console.log(`broker and shared store are not measured: ${without}`)
  const { openJetStream, openPostgres } = await import('../../packages/cluster/dist/index.js')
  const [postgres, nats] = await Promise.all([startPostgres(), startNats()])
  const store = await openPostgres({ url: postgres.url, access: 'write', effects: ledgerEffects() })
  const log = await openJetStream({ url: nats.url })
  const clock = () => ({ main: mainThread(), all: cpuNow(), postgres: processTree(postgres.pid()), nats: processTree(nats.pid()) })
  try {
    const count = option('documents', 800)
    // A worker runs for days: what it does first, before its code is compiled, is not counted.
    const [first, documents] = [long(count + 200).slice(0, 200), long(count + 200).slice(200)]
    const since = (before) => {
      const after = clock()
      return Object.fromEntries(Object.keys(before).map((key) => [key, ((after[key] - before[key]) * 1000) / documents.length]))
    }
    const hands = handsFor({ threads: 1 })
    const code = (some) => Promise.all(some.map((it) => codeOne(hands, it)))
    const running = { hands, code, clock }
    const through = { ...store, settle: async () => 0 }
    await store.put(first)
    await run(through, log, first, running)
    await store.settle()

    // Without broker and store: what is left of the main thread is handing documents to threads.
    const byId = new Map(documents.map((it) => [it.id, it]))
    const empty = { ...store, find: async (ids) => ids.map((id) => byId.get(id)), commit: async () => {}, settle: async () => 0 }
    const bare = await run(empty, memoryLog({ patience: 60_000, now: () => performance.now() }), documents, running)
    const before = clock()
    for (let i = 0; i < count; i += 256) await store.put(documents.slice(i, i + 256))
    // Events and entries are derived at the end, to be measured by themselves.
    const real = await run(through, log, documents, running)
    const all = since(before)
    const middle = clock()
    await store.settle()
    const derived = since(middle)
    await hands.close()
    const { claims, events, entries } = await store.counts()
    const coding = real.all - real.main
    const client = Math.max(0, all.main - bare.main)
    const deriving = derived.main + derived.postgres
    const share = (client + all.postgres + all.nats + deriving) / coding
    const ms = (name, value) => say(name, value.toFixed(2), 'CPU ms a document')
    ms('coding', coding)
    ms('handing to threads', bare.main)
    ms('clients of store and broker', client)
    ms('PostgreSQL', all.postgres)
    ms('nats-server', all.nats)
    ms('deriving events and entries, client and PostgreSQL', deriving)
    say('broker and store with deriving, beside coding', (share * 100).toFixed(1), '%')
    const bytes = Math.round((await sizeOf(postgres.url)) / (count + 200))
    say(
      'shared store',
      bytes,
      `bytes a document (${claims} claims, ${events} events, ${entries} entries; raw and coded rows and indexes included)`,
    )
    record('engine', {
      documents: count,
      codingMs: coding,
      handingMs: bare.main,
      clientMs: client,
      postgresMs: all.postgres,
      natsMs: all.nats,
      derivingMs: deriving,
      share,
      bytes,
      claims: claims / (count + 200),
      perCore: 1000 / (coding + bare.main + client + derived.main),
      serverMs: all.postgres + all.nats + derived.postgres,
    })
    await mirrored(store, events)
  } finally {
    await Promise.all([log.close(), store.close()])
    await Promise.all([postgres.stop(), nats.stop()])
  }
}

async function run(store, log, documents, { code, clock }) {
  const before = clock()
  for (let i = 0; i < documents.length; i += 256)
    await log.announce(
      documents.slice(i, i + 256).map(({ id }) => id),
      coderVersion(),
    )
  const stop = new AbortController()
  const tally = newTally()
  const watch = setInterval(() => tally.coded + tally.refused >= documents.length && stop.abort(), 50)
  const options = {
    coder: coderVersion(),
    name: 'bench',
    threads: 1,
    tally,
    now: () => performance.now(),
    say: () => {},
    stop: stop.signal,
  }
  await work({ ...options, store, log, code })
  clearInterval(watch)
  const after = clock()
  return Object.fromEntries(Object.keys(before).map((key) => [key, ((after[key] - before[key]) * 1000) / documents.length]))
}

/** What it costs to fill a read model, and how large it is. */
async function mirrored(store, events) {
  const { startClickHouse, withoutClickHouse } = await import('../../packages/cluster/dist/servers.test.suite.js')
  if (withoutClickHouse) return console.log(`the read model is not measured: ${withoutClickHouse}`)
  const { openClickHouse } = await import('../../packages/cluster/dist/index.js')
  const { follow } = await import(dist('store/index.js'))
  const server = await startClickHouse()
  const model = await openClickHouse({ url: `${server.url}/bench`, access: 'write', effects: ledgerEffects() })
  const [client, columns] = [mainThread(), processTree(server.pid())]
  await follow(store.feed, model, 'bench')
  const ms = ((mainThread() - client + processTree(server.pid()) - columns) * 1000) / events
  say('filling a read model, mirror and ClickHouse', ms.toFixed(3), 'CPU ms an event')
  record('mirror', { events, ms })
  await model.close()
  await server.stop()
}

async function sizeOf(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query("SELECT pg_database_size(current_database()) - pg_database_size('template1') AS size")
  await client.end()
  return Number(rows[0].size)
}
