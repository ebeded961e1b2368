import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { mainThread } from '../processes.mjs'
import { cpuNow, dist, load, long, option, record, say, temporary, wordsOf } from './common.mjs'

const { codeWaiting } = await import(dist('cli/coding.js'))
const { coderVersion, ledgerEffects } = await import(dist('pipeline.js'))
const { openSqlite } = await import(dist('store/index.js'))

/** Documents a second with so many threads, once they have started, and CPU seconds a document: of all threads, and of the one that commits. */
async function ingest(documents, threads) {
  return temporary(async (folder) => {
    const store = openSqlite({ path: join(folder, 'a.db'), access: 'write', effects: ledgerEffects() })
    await store.put(documents)
    // The first fifth is for starting: the models are loaded, the code is compiled.
    const first = Math.floor(documents.length / 5)
    let begin
    let end
    await codeWaiting(store, coderVersion(), { threads }, (coded) => {
      const now = { coded, at: performance.now(), cpu: cpuNow(), main: mainThread() }
      if (!begin && coded >= first) begin = now
      end = now
    })
    await store.close()
    const done = end.coded - begin.coded
    const seconds = (end.at - begin.at) / 1000
    return {
      rate: done / seconds,
      cpu: (end.cpu - begin.cpu) / done,
      main: (end.main - begin.main) / done,
      cores: (end.cpu - begin.cpu) / seconds,
    }
  })
}

/** Two threads beside one. */
export async function threads() {
  // Below some 2,000 documents the code is still being compiled, on threads beside the one that codes.
  const documents = long(option('documents', 2500))
  const best = { 1: undefined, 2: undefined }
  const costs = { 1: [], 2: [] }
  // In turns, by the clock the best of each and by CPU the middle one: what else the machine does falls on both, and makes even CPU time longer where programs share a core.
  for (let i = 0; i < option('turns', 2); i++)
    for (const count of [1, 2]) {
      const it = await ingest(documents, count)
      if (!best[count] || it.rate > best[count].rate) best[count] = it
      costs[count].push(it)
    }
  const [one, two] = [best[1], best[2]]
  // One thread codes while the main thread commits beside it; two share two cores with it.
  const middle = (count, cost) => costs[count].map(cost).toSorted((a, b) => a - b)[costs[count].length >> 1]
  const [coding, main] = [middle(2, (it) => it.cpu - it.main), middle(2, (it) => it.main)]
  const byCpu = Math.min(2, (2 * middle(1, (it) => it.cpu - it.main)) / (coding + main))
  say('words a document', Math.round(wordsOf(documents)), '')
  say('one thread, by the clock', one.rate.toFixed(1), `documents/s, on ${one.cores.toFixed(2)} cores`)
  say(
    'two threads, by the clock',
    two.rate.toFixed(1),
    `documents/s, on ${two.cores.toFixed(2)} cores (load ${load()} on ${availableParallelism()})`,
  )
  say('speed-up of two threads, by the clock', (two.rate / one.rate).toFixed(2), 'times')
  say('speed-up of two threads, by CPU on two free cores', byCpu.toFixed(2), 'times')
  say('CPU of coding', (coding * 1000).toFixed(2), 'ms a document')
  say('CPU of the committing thread', (main * 1000).toFixed(2), 'ms a document')
  record('threads', {
    words: wordsOf(documents),
    oneByClock: one.rate,
    twoByClock: two.rate,
    speedUpByClock: two.rate / one.rate,
    speedUpByCpu: byCpu,
    codingMs: coding * 1000,
    committingMs: main * 1000,
    load: load(),
  })
}
