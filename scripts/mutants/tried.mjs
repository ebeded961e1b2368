import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { trial } from './trial.mjs'

/** Tries the mutants of a part that have no state yet, one after the other, until a time of `performance.now`: killed, timed out, survived or not reached. */
export async function tried(root, part, texts, drawn, states, until) {
  const open = drawn.filter((it) => states.of(it) === undefined)
  if (open.length === 0) return
  const folder = mkdtempSync(join(tmpdir(), 'demarche-mutants-'))
  const reachedAt = join(folder, 'reached')
  const modules = [...texts.keys()]
  const runner = trial(root, modules, part.tests, reachedAt)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

  const numbered = drawn.map((it, id) => ({ id, ...it }))
  const probes = Object.fromEntries(modules.map((module) => [module, numbered.filter((it) => it.module === module)]))
  const tests = []
  for (const test of await runner.ask({ do: 'tests' })) {
    const known = states.passed(test, drawn)
    if (known) {
      tests.push({ test, kills: 0, ...known })
      continue
    }
    rmSync(reachedAt, { force: true })
    const answer = await runner.ask({ do: 'reach', test, probes, seconds: 120 })
    // A test that fails without a mutant says nothing about one.
    if (!answer || answer.failed) throw new Error(`fails or takes too long without any mutant: ${relative(root, test)}`)
    const lines = existsSync(reachedAt) ? readFileSync(reachedAt, 'utf8').trim().split('\n') : []
    const ids = new Set(lines.flatMap((it) => JSON.parse(it)))
    const { seconds } = answer
    states.keepPassed(
      test,
      drawn,
      seconds,
      numbered.filter(({ id }) => ids.has(id)),
    )
    tests.push({ test, kills: 0, ...states.passed(test, drawn) })
  }

  for (const { module, ...mutant } of open) {
    if (performance.now() > until) break
    if (readFileSync(module, 'utf8') !== texts.get(module)) throw new Error(`has changed since the run began: ${relative(root, module)}`)
    // Those that have killed most for their time come first.
    const worth = ({ kills, seconds }) => (kills + 1) / (seconds + 0.3)
    const passing = tests.filter(({ passes }) => passes({ module, ...mutant })).toSorted((a, b) => worth(b) - worth(a))
    if (passing.length === 0) {
      states.keep({ module, ...mutant }, 'not reached')
      continue
    }
    const seconds = 10 + 4 * passing.reduce((sum, it) => sum + it.seconds, 0)
    const answer = await runner.ask({ do: 'try', module, mutant, tests: passing.map(({ test }) => test), seconds })
    const killer = passing.find(({ test }) => test === answer?.failed)
    if (killer) killer.kills++
    states.keep({ module, ...mutant }, answer === undefined ? 'timed out' : answer.failed ? 'killed' : 'survived')
  }
  runner.stop()
}
