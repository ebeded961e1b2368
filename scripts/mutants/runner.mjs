// The process in which mutants are tried: one Vitest that stays, for its start costs more than most tests. It is sent one question at a time, and ends with the one
// that asks.
import { readFileSync } from 'node:fs'
import { BaseSequencer, createVitest } from 'vitest/node'
import { mutated } from './operators.mjs'
import { probed } from './probes.mjs'

/** Paths of the modules that are mutated, and of the tests. */
const { root, modules, tests, reachedAt } = JSON.parse(process.argv[2])
/** What a module's text is at the moment: as it stands, with probes, or one mutant. */
let text = () => undefined
/** Tests in the order in which they are to run. */
let order = []

class InOrder extends BaseSequencer {
  sort(specifications) {
    return specifications.toSorted((a, b) => order.indexOf(a.moduleId) - order.indexOf(b.moduleId))
  }
}
const vitest = await createVitest(
  'test',
  {
    root,
    watch: false,
    reporters: [{}],
    // Threads, so that the time on the processor of this process is that of the tests too.
    pool: 'threads',
    // No module has a state of its own, so that tests can share them: a run then loads each once.
    isolate: false,
    maxWorkers: 1,
    fileParallelism: false,
    bail: 1,
    // On a busy machine a test may take long without being wrong; time on the processor is what counts.
    testTimeout: 200_000,
    hookTimeout: 200_000,
    include: tests,
    setupFiles: [new URL('reached.mjs', import.meta.url).pathname],
    sequence: { sequencer: InOrder },
    env: { DEMARCHE_REACHED: reachedAt },
  },
  // Above those of vitest.config.ts, so that the text that is tested is the one that stands here.
  {
    plugins: [
      { name: 'mutants', enforce: 'pre', load: (id) => (modules.includes(id) ? (text(id) ?? readFileSync(id, 'utf8')) : undefined) },
    ],
  },
)
const specifications = new Map((await vitest.globTestSpecifications()).map((it) => [it.moduleId, it]))

const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Runs tests until one fails: `{failed, seconds}`, seconds on the processor. */
async function run(paths) {
  order = paths
  const before = cpu()
  for (const module of modules) vitest.invalidateFile(module)
  vitest.state.clearErrors()
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(paths.map((it) => specifications.get(it)))
  const failed = testModules.find((it) => it.state() === 'failed')?.moduleId
  return { failed: failed ?? (unhandledErrors.length > 0 ? 'an error outside of the tests' : undefined), seconds: cpu() - before }
}

const ANSWERS = {
  tests: () => [...specifications.keys()],
  /** Runs one test with probes in all modules; the setup file writes down which were passed. */
  reach({ test, probes }) {
    text = (id) => probed(readFileSync(id, 'utf8'), probes[id] ?? [])
    return run([test])
  },
  try({ module, mutant, tests: paths }) {
    const sound = readFileSync(module, 'utf8')
    text = (id) => (id === module ? mutated(sound, mutant) : undefined)
    return run(paths)
  },
}
process.on('message', async (question) => {
  const until = cpu() + (question.seconds ?? Infinity)
  const watch = setInterval(() => cpu() > until && process.send({ late: true }), 500)
  try {
    process.send({ answer: await ANSWERS[question.do](question) })
  } catch (error) {
    process.send({ error: String(error?.stack ?? error) })
  }
  clearInterval(watch)
})
process.on('disconnect', () => process.exit(1))
process.send({ ready: true })
