import { availableParallelism } from 'node:os'
import type { Rule } from '../../coding/index.js'
import type { LayerName } from '../../doc/index.js'
import { LIMITS, type Limits } from '../../limits/index.js'
import { Hand } from './hand.js'
import type { Outcome, Task } from './task.js'

/** Documents that may be under way for each worker: enough that none waits for the next one. */
const AHEAD = 16

/** Workers that read and code documents. They can be stopped, so no document can stop the program. */
export interface Hands {
  /** How many documents should be under way at once. */
  readonly window: number
  run<K extends Task['do']>(task: Task & { readonly do: K }): Promise<Outcome<K>>
  close(): Promise<void>
}

export interface HandsOptions {
  /** Number of workers; one a core unless given. */
  readonly threads?: number | undefined
  readonly own?: readonly Rule[]
  readonly limits?: Limits
  readonly codes?: boolean
  readonly layers?: readonly LayerName[]
  /** Is told once of each document that takes long: where it stands, and its CPU seconds so far. By default standard error is. */
  readonly slow?: (place: string, seconds: number) => void
}

/** Starts no worker before it is needed. The results are the same, byte for byte, for any number of them. */
export function handsFor({
  threads = availableParallelism(),
  own = [],
  limits = LIMITS,
  codes = true,
  layers,
  slow = complain,
}: HandsOptions = {}): Hands {
  const hands = Array.from({ length: threads }, () => new Hand({ own, limits, codes, layers }, once(slow)))
  return {
    window: AHEAD * threads,
    run: <K extends Task['do']>(task: Task & { readonly do: K }) => {
      const free = hands.reduce((a, b) => (b.waiting < a.waiting ? b : a))
      return free.run(task) as Promise<Outcome<K>>
    },
    close: async () => void (await Promise.all(hands.map((hand) => hand.close()))),
  }
}

const complain = (place: string, seconds: number): void =>
  void process.stderr.write(`demarche: ${place}: slow, ${seconds.toFixed(1)} CPU seconds so far\n`)

/** Tells once of a document that takes long. */
function once(tell: NonNullable<HandsOptions['slow']>): (task: Task, seconds: number) => void {
  const told = new WeakSet<Task>()
  return (task, seconds) => {
    if (told.has(task)) return
    told.add(task)
    const { path, item } = 'document' in task ? task.document.input : task.pending.input
    tell(`${path}${item === undefined ? '' : ` item ${item}`}`, seconds)
  }
}
