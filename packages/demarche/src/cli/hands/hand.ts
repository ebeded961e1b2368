import { Worker } from 'node:worker_threads'
import { CODING_REASONS, type CodingReason } from '../../limits/index.js'
import type { FailureRow } from '../../spec/index.js'
import { contentId, Problem } from '../../text/index.js'
import { cpuOfThread } from './clock.js'
import type { Answer, Outcome, Start, Task } from './task.js'

/** How often a worker at work is looked at, in milliseconds. */
const LOOK = 200
/** What a worker's young objects may take, in MiB: of 16, 64 and 128 the least collecting that memory pays for. Less, and the collector's own threads take a tenth of a second core. */
const YOUNG = 64
/** Failures for want of time or memory are tried once more, in a fresh worker. */
const TRIES = 2

interface Job {
  readonly n: number
  readonly task: Task
  readonly done: (outcome: Outcome<Task['do']>) => void
  readonly lost: (error: Error) => void
  tries: number
}

/**
 * One worker under watch. What takes longer than the limits allow, or needs more memory, has its worker stopped and is refused with the reason;
 * the documents behind it go to a new worker. Whatever a document does, its promise is kept.
 */
export class Hand {
  private worker: Worker | undefined
  private jobs: Job[] = []
  private count = 0
  private thread: number | undefined
  private ready = false
  private look: NodeJS.Timeout | undefined
  /** When the first job was seen first, by both clocks. */
  private seen: { readonly n: number; readonly cpu: number | undefined; readonly at: number } | undefined

  constructor(
    private readonly start: Start,
    private readonly slow: (task: Task, seconds: number) => void,
  ) {}

  get waiting(): number {
    return this.jobs.length
  }

  run(task: Task): Promise<Outcome<Task['do']>> {
    return new Promise((done, lost) => {
      const job = { n: this.count++, task, done, lost, tries: 0 }
      this.jobs.push(job)
      if (this.worker) this.worker.postMessage({ n: job.n, task })
      else this.begin()
      this.look ??= setInterval(() => this.watch(), LOOK)
    })
  }

  async close(): Promise<void> {
    this.rest()
    const { worker } = this
    this.worker = undefined
    await worker?.terminate()
  }

  private rest(): void {
    clearInterval(this.look)
    this.look = undefined
    this.seen = undefined
  }

  private begin(): void {
    this.ready = false
    this.seen = undefined
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: this.start,
      resourceLimits: { maxOldGenerationSizeMb: this.start.limits.heap, maxYoungGenerationSizeMb: YOUNG },
    })
    this.worker = worker
    // The look at the clocks keeps the program alive while there is work; an idle worker does not.
    worker.unref()
    worker.on('message', (answer: Answer) => worker === this.worker && this.hear(answer))
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (worker !== this.worker) return
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.stop('memory-limit', `needs more than ${this.start.limits.heap} MiB`)
      else this.stop('worker-crash', `${error.name}: ${error.message}`)
    })
    worker.on('exit', (code) => worker === this.worker && this.stop('worker-crash', `its worker ended with ${code}`))
    for (const { n, task } of this.jobs) worker.postMessage({ n, task })
  }

  private hear(answer: Answer): void {
    if ('ready' in answer) {
      this.ready = true
      this.thread = answer.thread
    } else if ('fatal' in answer) {
      const { jobs } = this
      this.jobs = []
      for (const { lost } of jobs) lost(new Problem(answer.fatal))
      void this.close()
    } else {
      const job = this.jobs.shift()
      job?.done(answer.outcome)
      if (this.jobs.length === 0) this.rest()
    }
  }

  /** Looks at the clocks. Time counts from the first look at a job, so a job is never stopped too early. */
  private watch(): void {
    const [job] = this.jobs
    if (!job || !this.ready) return
    const cpu = cpuOfThread(this.thread)
    const at = performance.now()
    if (this.seen?.n !== job.n) {
      this.seen = { n: job.n, cpu, at }
      return
    }
    const wall = (at - this.seen.at) / 1000
    const used = cpu === undefined || this.seen.cpu === undefined ? wall : cpu - this.seen.cpu
    const { limits } = this.start
    if (used > limits.cpu) this.stop('cpu-limit', `takes more than ${limits.cpu} s of CPU time`)
    else if (wall > limits.wall) this.stop('wall-limit', `takes more than ${limits.wall} s`)
    else if (used > limits.slow && job.tries === 0) this.slow(job.task, used)
  }

  /** Stops the worker because of its first job; a new one takes up the others. */
  private stop(reason: CodingReason, fault: string): void {
    const { worker } = this
    this.worker = undefined
    void worker?.terminate()
    const [job] = this.jobs
    if (job && ++job.tries >= TRIES) {
      this.jobs.shift()
      job.done(refused(job.task, reason, fault, job.tries))
    }
    if (this.jobs.length > 0) this.begin()
    else this.rest()
  }
}

function refused(task: Task, reason: CodingReason, fault: string, tries: number): FailureRow {
  const { id, input } =
    'document' in task
      ? task.document
      : { input: task.pending.input, id: task.pending.known.id || contentId('input', task.pending.input.path, task.pending.input.item) }
  const place = input.item === undefined ? input.path : `${input.path}, item ${input.item}`
  return {
    schema: 1,
    id,
    input,
    failure: { reason, place, fault, cure: CODING_REASONS[reason], stage: task.do === 'read' ? 'read' : 'code', tries },
  }
}
