#!/usr/bin/env node
// How much the tests notice: small wrong changes are made in the modules of a part of the program, one at a time, and the tests that pass the changed place are run.
// A mutant is killed when one of them fails or does not come to an end. What no test passes counts as survived.
//   npm run mutants                                       150 mutants of each part
//   npm run mutants -- rules ledger --sample 40 --seed 2  a few, others
//   npm run mutants -- rules --minutes 5                  as many as go into five minutes; the next run goes on from there
//   npm run mutants -- rules --left                       those that survived, once more, after tests were added
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { drawn } from './drawn.mjs'
import { PARTS } from './parts.mjs'
import { record } from './record.mjs'
import { tried } from './tried.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '600' },
    least: { type: 'string', default: '80' },
    left: { type: 'boolean', default: false },
  },
})
const until = performance.now() + Number(values.minutes) * 60_000
const names = positionals.length > 0 ? positionals : Object.keys(PARTS)
for (const name of names)
  if (!PARTS[name]) {
    console.error(`there is no part “${name}”: ${Object.keys(PARTS).join(', ')}`)
    process.exit(2)
  }

const LEFT = new Set(['survived', 'not reached'])
for (const name of names) {
  const { mutants, all, texts } = drawn(root, PARTS[name], Number(values.sample), Number(values.seed))
  const states = record(root, `${name}-${values.seed}`)
  if (values.left) for (const it of mutants) if (LEFT.has(states.of(it))) states.forget(it)
  await tried(root, PARTS[name], texts, mutants, states, until)

  const tally = {}
  for (const it of mutants) tally[states.of(it) ?? 'open'] = (tally[states.of(it) ?? 'open'] ?? 0) + 1
  for (const it of mutants.filter((it) => LEFT.has(states.of(it)))) {
    const text = texts.get(it.module)
    const line = text.slice(0, it.from).split('\n').length
    const shown = (code) => code.replaceAll(/\s+/g, ' ').slice(0, 90) || 'nothing'
    console.log(
      `${relative(root, it.module)}:${line}  ${states.of(it)}, ${it.what}: ${shown(text.slice(it.from, it.to))} → ${shown(it.with)}`,
    )
  }
  const count = (...of) => of.reduce((sum, state) => sum + (tally[state] ?? 0), 0)
  const done = mutants.length - count('open')
  const score = done === 0 ? 0 : (100 * count('killed', 'timed out')) / done
  console.log(
    `${name}: ${done} of ${all} mutants (seed ${values.seed}): ${Object.entries(tally)
      .map(([state, n]) => `${n} ${state}`)
      .join(', ')}; score ${score.toFixed(1)} %`,
  )
  if (done > 0 && score < Number(values.least)) process.exitCode = 1
}
process.exit()
