/** Times that a document is handed out together with others. Whoever takes it when it came back more often codes it alone, with nothing else under way. */
export const TOGETHER = 2
/** Times that it may end its worker while it is alone; then it is kept apart. */
export const ALONE = 3

/** One document to be coded, as the log hands it out: it is the taker's until it is acknowledged, given back or buried, or until the log has heard nothing of it for too long. */
export interface Delivery {
  /** Id of the document. */
  readonly document: string
  /** How often it was handed out, this time included. */
  readonly attempt: number
  /** It is done, and what came of it is stored: it is not handed out again. */
  ack(): Promise<void>
  /** It was not done: hand it out again, at once. */
  giveBack(): Promise<void>
  /** It is still being worked at. */
  hold(): void
  /** It cannot be done: it is kept apart, with the reason, and not handed out again. */
  bury(why: string): Promise<void>
}

/** A document that was kept apart. */
export interface Buried {
  readonly document: string
  readonly why: string
  readonly attempts: number
}

/** What a log holds at a moment. */
export interface Backlog {
  /** Announced, and handed out to nobody. */
  readonly waiting: number
  /** Handed out, and not yet done. */
  readonly taken: number
  readonly buried: number
  /** Seconds since the oldest that is not done was announced; 0 when all are done. */
  readonly lag: number
}

/** How a worker does, as it says itself. */
export interface WorkerReport {
  readonly name: string
  /** Version of its coder. */
  readonly coder: string
  readonly threads: number
  /** Documents since it began. */
  readonly coded: number
  readonly refused: number
  /** Documents a second, of late. */
  readonly rate: number
  readonly taken: number
  /** Bytes of memory. */
  readonly memory: number
}

/**
 * The log of work: which documents are to be coded. It hands out each at least once, and holds nothing that the store does not know: when it loses something, the sweeper
 * announces it again.
 */
export interface WorkLog {
  /** Announces documents that are stored, for a version of the coder. Those that are announced and not yet done are left alone. Returns how many were new. */
  announce(documents: readonly string[], coder: string): Promise<number>
  /** Hands out up to `limit` documents; waits up to `wait` milliseconds for the first. Empty when there is nothing, or when the log cannot be reached for now. */
  take(limit: number, wait: number): Promise<Delivery[]>
  backlog(): Promise<Backlog>
  /** What was buried, oldest first. */
  buried(): Promise<Buried[]>
  /** Says how a worker does; forgotten after half a minute. */
  report(report: WorkerReport): Promise<void>
  workers(): Promise<WorkerReport[]>
  /** Notes that somebody begins a document alone, and returns how often that was, this time included. Kept for a day. */
  tried(document: string): Promise<number>
  /** Forgets how often a document was begun alone: it is done, or what stopped it was no fault of its own. */
  cleared(document: string): Promise<void>
  close(): Promise<void>
}
