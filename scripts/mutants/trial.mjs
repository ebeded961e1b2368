// One runner at a time: asks it, and kills it with its workers when the answer does not come in time.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const RUNNER = fileURLToPath(new URL('runner.mjs', import.meta.url))
/** Seconds by the clock after which even a runner that waits is given up. Time on the processor is watched by the runner itself. */
const WAIT_S = 240

/** `ask(question)` gives the answer, or `undefined` when none came in time; the next question then goes to a new runner. */
export function trial(root, modules, tests, reachedAt) {
  let child
  const stop = () => {
    const it = child
    child = undefined
    try {
      // With its workers: the runner is the first of a group of its own.
      if (it?.pid !== undefined) process.kill(-it.pid, 'SIGKILL')
    } catch {
      // It is gone already.
    }
  }
  const heard = () =>
    new Promise((resolve, reject) => {
      const it = child
      const done = (settle, value) => {
        clearTimeout(timer)
        it.removeAllListeners()
        settle(value)
      }
      const timer = setTimeout(() => {
        stop()
        done(resolve, undefined)
      }, WAIT_S * 1000)
      it.once('message', (message) => {
        if (message.late) stop()
        if (message.error) done(reject, new Error(message.error))
        else done(resolve, message.late ? undefined : message)
      })
      it.once('exit', (code, signal) => {
        child = undefined
        done(resolve, { answer: { failed: `the runner ended with ${code ?? signal}` } })
      })
    })
  process.on('exit', stop)
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) process.on(signal, () => process.exit(code))
  return {
    async ask(question) {
      if (!child) {
        child = fork(RUNNER, [JSON.stringify({ root, modules, tests, reachedAt })], {
          detached: true,
          stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        })
        if (!(await heard())?.ready) throw new Error('the runner of the tests did not start')
      }
      child.send(question)
      return (await heard())?.answer
    },
    stop,
  }
}
