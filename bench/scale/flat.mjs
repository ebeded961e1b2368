import { statSync } from 'node:fs'
import { join } from 'node:path'
import { madeArticles } from '../../packages/cluster/proof/articles.mjs'
import { processTree } from '../processes.mjs'
import { cpuNow, dist, halves, load, megabytes, option, raw, record, say, temporary } from './common.mjs'

const { codeOne, codeWaiting } = await import(dist('cli/coding.js'))
const { handsFor } = await import(dist('cli/hands/index.js'))
const { coderVersion, ledgerEffects } = await import(dist('pipeline.js'))
const { openSqlite } = await import(dist('store/index.js'))
const { newTally, work } = await import(dist('work/index.js'))

/** So many short articles, in batches. */
function* batches(total) {
  let batch = []
  for (const article of madeArticles(11, total)) if (batch.push(raw(article)) === 1000) yield batch.splice(0)
  if (batch.length > 0) yield batch
}

/** Notes CPU and memory at every twentieth of the way. */
function curveOf(total, cpu) {
  const step = Math.max(1000, Math.floor(total / 20))
  const curve = []
  let last = { coded: 0, cpu: cpu() }
  const note = (coded) => {
    if (coded - last.coded < step) return
    const now = { coded, cpu: cpu() }
    curve.push({ coded, ms: ((now.cpu - last.cpu) * 1000) / (coded - last.coded), memory: megabytes() })
    say(`after ${coded} documents`, curve.at(-1).ms.toFixed(2), `CPU ms a document, ${curve.at(-1).memory} MB`)
    last = now
  }
  return { curve, note, since: () => cpu() - last.cpu }
}

function told(part, total, curve, more) {
  const found = halves(curve)
  if (found) {
    say('second half beside the first: CPU a document', (found.secondMs / found.firstMs).toFixed(2), 'times')
    say('second half beside the first: memory', (found.secondMegabytes / found.firstMegabytes).toFixed(2), 'times')
  }
  record(part, { documents: total, ...found, ...more, load: load() })
}

/** Many documents into a file. */
export async function flat() {
  const total = option('documents', 4000)
  await temporary(async (folder) => {
    const path = join(folder, 'a.db')
    const store = openSqlite({ path, access: 'write', effects: ledgerEffects() })
    for (const batch of batches(total)) await store.put(batch)
    const { curve, note, since } = curveOf(total, cpuNow)
    await codeWaiting(store, coderVersion(), { threads: option('threads', 1) }, note)
    const settling = since()
    const { claims, events } = await store.counts()
    await store.close()
    const bytes = Math.round(statSync(path).size / total)
    say('settling at the end', settling.toFixed(1), `CPU s (${claims} claims, ${events} events)`)
    say('embedded store', bytes, 'bytes a document')
    told('flat', total, curve, { settlingSeconds: settling, bytes })
  })
}

/** Many documents through broker and shared store, settled as a worker settles. */
export async function clusterFlat() {
  const { startNats, startPostgres, withoutNats, withoutPostgres } = await import('../../packages/cluster/dist/servers.test.suite.js')
  const without = withoutPostgres ?? withoutNats
  if (without) return console.log(`broker and shared store are not measured: ${without}`)
  const { openJetStream, openPostgres } = await import('../../packages/cluster/dist/index.js')
  const total = option('documents', 4000)
  const [postgres, nats] = await Promise.all([startPostgres(), startNats()])
  const store = await openPostgres({ url: postgres.url, access: 'write', effects: ledgerEffects() })
  const log = await openJetStream({ url: nats.url })
  const hands = handsFor({ threads: option('threads', 1) })
  try {
    for (const batch of batches(total)) {
      await store.put(batch)
      await log.announce(
        batch.map(({ id }) => id),
        coderVersion(),
      )
    }
    const { curve, note, since } = curveOf(total, () => cpuNow() + processTree(postgres.pid()) + processTree(nats.pid()))
    const stop = new AbortController()
    const tally = newTally()
    const watch = setInterval(() => {
      note(tally.coded + tally.refused)
      if (tally.coded + tally.refused + tally.known >= total) stop.abort()
    }, 100)
    const code = (some) => Promise.all(some.map((it) => codeOne(hands, it)))
    await work({
      store,
      log,
      code,
      coder: coderVersion(),
      name: 'bench',
      threads: option('threads', 1),
      tally,
      now: () => performance.now(),
      say: () => {},
      stop: stop.signal,
    })
    clearInterval(watch)
    const settling = since()
    const { claims, events } = await store.counts()
    say('settling at the end', settling.toFixed(1), `CPU s (${claims} claims, ${events} events)`)
    told('cluster', total, curve, { settlingSeconds: settling, claims, events })
  } finally {
    await hands.close()
    await Promise.all([log.close(), store.close()])
    await Promise.all([postgres.stop(), nats.stop()])
  }
}
