// Set-up of each test file: collects the probes that were passed and writes them down.
import { appendFileSync } from 'node:fs'
import { afterAll } from 'vitest'

const reached = new Set()
globalThis.reached = (id) => void reached.add(id)
afterAll(() => {
  if (reached.size > 0) appendFileSync(process.env['DEMARCHE_REACHED'], `${JSON.stringify([...reached])}\n`)
})
