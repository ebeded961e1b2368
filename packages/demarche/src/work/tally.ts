/** What a worker counts; read by metrics and reports. */
export interface Tally {
  coded: number
  refused: number
  /** Handed out more than once. */
  again: number
  /** Handed out, but done already. */
  known: number
  buried: number
  batches: number
  /** Announced again by the sweeper. */
  swept: number
  storeFailures: number
  logFailures: number
  /** Documents in hand. */
  taken: number
  /** Seconds spent in each part, summed over what runs at the same time. */
  coding: number
  committing: number
  settling: number
  taking: number
}

export const newTally = (): Tally => ({
  coded: 0,
  refused: 0,
  again: 0,
  known: 0,
  buried: 0,
  batches: 0,
  swept: 0,
  storeFailures: 0,
  logFailures: 0,
  taken: 0,
  coding: 0,
  committing: 0,
  settling: 0,
  taking: 0,
})
