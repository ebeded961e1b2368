import type { Buried, Delivery, WorkerReport, WorkLog } from './ports.js'

export interface MemoryOptions {
  /** Milliseconds after which a document of which nothing is heard is handed out again. */
  readonly patience: number
  /** The moment, in milliseconds. */
  readonly now: () => number
}

interface Held {
  readonly document: string
  readonly since: number
  attempts: number
  /** Until when it is somebody's; undefined when it is nobody's. */
  until: number | undefined
}

/** The log of work inside one process, by the contract of the one between machines. It forgets everything when the process ends. */
export function memoryLog({ patience, now }: MemoryOptions): WorkLog {
  const held = new Map<string, Held>()
  const buried: Buried[] = []
  const trials = new Map<string, number>()
  const reports = new Map<string, { readonly report: WorkerReport; readonly at: number }>()
  const free = (it: Held): boolean => it.until === undefined || it.until <= now()
  const mine = (it: Held, attempt: number): boolean => held.get(it.document) === it && it.attempts === attempt

  function hand(it: Held): Delivery {
    const attempt = ++it.attempts
    it.until = now() + patience
    return {
      document: it.document,
      attempt,
      ack: async () => void (held.get(it.document) === it && held.delete(it.document)),
      giveBack: async () => void (mine(it, attempt) && (it.until = undefined)),
      hold: () => void (mine(it, attempt) && (it.until = now() + patience)),
      bury: async (why) => {
        if (held.get(it.document) !== it) return
        held.delete(it.document)
        buried.push({ document: it.document, why, attempts: attempt })
      },
    }
  }

  return {
    async announce(documents) {
      const fresh = new Set(documents.filter((id) => !held.has(id)))
      for (const document of fresh) held.set(document, { document, since: now(), attempts: 0, until: undefined })
      return fresh.size
    },
    async take(limit, wait) {
      const ready = (): Held[] => [...held.values()].filter(free).slice(0, limit)
      const end = now() + wait
      while (ready().length === 0 && now() < end) await new Promise((resolve) => setTimeout(resolve, 5))
      return ready().map(hand)
    },
    async backlog() {
      const all = [...held.values()]
      const waiting = all.filter(free).length
      const oldest = all.reduce((least, { since }) => Math.min(least, since), Infinity)
      return { waiting, taken: all.length - waiting, buried: buried.length, lag: all.length === 0 ? 0 : (now() - oldest) / 1000 }
    },
    buried: async () => [...buried],
    report: async (report) => void reports.set(report.name, { report, at: now() }),
    workers: async () => [...reports.values()].filter(({ at }) => now() - at < 30_000).map(({ report }) => report),
    async tried(document) {
      trials.set(document, (trials.get(document) ?? 0) + 1)
      return trials.get(document)!
    },
    cleared: async (document) => void trials.delete(document),
    close: async () => {},
  }
}
