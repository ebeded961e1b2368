import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../packages/demarche/bin/demarche.js', import.meta.url))

/** A server on a ledger, in a process of its own: its port, and what it has used. */
export async function serve(path) {
  const child = spawn('node', [PROGRAM, 'serve', '--db', path, '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const port = await new Promise((resolve, reject) => {
    let said = ''
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
    child.stderr.on('data', (part) => {
      said += part
      const found = /127\.0\.0\.1:(\d+)/.exec(said)
      if (found) resolve(Number(found[1]))
    })
  })
  return {
    origin: `http://127.0.0.1:${port}`,
    /** CPU seconds. */
    cpu: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'latin1').split(') ')[1].split(' ')
      return (Number(fields[11]) + Number(fields[12])) / 100
    },
    /** Resident memory, in MiB. */
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'latin1'))[1]) / 1024,
    stop: () => child.kill('SIGKILL'),
  }
}
