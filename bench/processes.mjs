import { readFileSync, readdirSync } from 'node:fs'

const TICKS = 100

function cpuIn(path) {
  try {
    const stat = readFileSync(path, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // Own time, and that of children that have ended.
    return {
      parent: Number(fields[1]),
      own: (Number(fields[11]) + Number(fields[12])) / TICKS,
      ended: (Number(fields[13]) + Number(fields[14])) / TICKS,
    }
  } catch {
    return { parent: 0, own: 0, ended: 0 }
  }
}

/** CPU seconds of this process's main thread, which takes, commits and acknowledges. */
export const mainThread = () => cpuIn(`/proc/self/task/${process.pid}/stat`).own

/** CPU seconds of a process, its living children, and those that have ended. */
export function processTree(pid) {
  const self = cpuIn(`/proc/${pid}/stat`)
  const children = readdirSync('/proc')
    .filter((it) => /^\d+$/.test(it))
    .map((it) => cpuIn(`/proc/${it}/stat`))
    .filter(({ parent }) => parent === pid)
  return self.own + self.ended + children.reduce((sum, { own }) => sum + own, 0)
}
