import { readFileSync } from 'node:fs'

/** Clock ticks a second in which Linux counts CPU time; the same on all its machines. */
const TICKS = 100

/** CPU seconds that a thread of this process has used; undefined where the system does not tell, and then the clock on the wall must do. */
export function cpuOfThread(thread: number | undefined): number | undefined {
  if (thread === undefined) return undefined
  try {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'latin1')
    // The name before the last bracket may hold anything; user and system time are the 12th and 13th fields after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = Number(fields[11]) + Number(fields[12])
    return Number.isFinite(ticks) ? ticks / TICKS : undefined
  } catch {
    return undefined
  }
}
