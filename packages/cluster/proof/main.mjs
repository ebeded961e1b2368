#!/usr/bin/env node
// What `docs/cluster.md` promises, shown with real workers, a real broker and a real database:
//   node packages/cluster/proof/main.mjs [bytes] [kills] [--runs 100] [--first 1] [--documents 5000] [--minutes 6]
// Both parts without names. With --minutes no run is begun after them, and the runs that were made are told. Ends with 1 when anything is wrong, and says that it is skipped, and why, where the servers are not installed.
import { startNats, startPostgres, withoutNats, withoutPostgres } from '../dist/servers.test.suite.js'
import { bytes } from './bytes.mjs'
import { kills } from './kills.mjs'

const words = process.argv.slice(2)
const option = (name, otherwise) => {
  const at = words.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(words[at + 1])
}
const wants = (part) => words.includes(part) || !(words.includes('bytes') || words.includes('kills'))
const begun = performance.now()
const say = (text) => console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${text}`)

const without = withoutPostgres ?? withoutNats
if (without !== undefined) {
  console.log(`the proof for many machines is skipped: ${without}`)
  process.exit(0)
}
const [postgres, nats] = await Promise.all([startPostgres(), startNats()])
const wrong = []
try {
  if (wants('bytes')) wrong.push(...(await bytes(option('documents', 5000), { postgres, nats }, say)))
  if (wants('kills'))
    wrong.push(...(await kills(option('runs', 100), option('first', 1), { postgres, nats }, say, begun + option('minutes', 60) * 60_000)))
} finally {
  await Promise.all([postgres.stop(), nats.stop()])
}
say(wrong.length === 0 ? 'all is as it must be' : `${wrong.length} wrong:\n${wrong.join('\n')}`)
process.exitCode = wrong.length === 0 ? 0 : 1
