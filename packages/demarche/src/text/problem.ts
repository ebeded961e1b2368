/** A broken file or input, with the place, the fault and the cure. Everything that a user may see go wrong is one of these. */
export interface Fault {
  /** What went wrong, as one code of a closed list where the caller has one (`bad-rule`, `bad-table`, `bad-date` …). */
  readonly reason: string
  /** Where: a file with line, an item of an archive, an option of the command line. */
  readonly place: string
  readonly fault: string
  readonly cure: string
}

/** Thrown for a broken file or a broken promise; "nothing found" is never an error. */
export class Problem extends Error {
  override readonly name = 'Problem'
  constructor(
    readonly fault: Fault,
    options?: ErrorOptions,
  ) {
    super(`${fault.place}: ${fault.fault}; ${fault.cure}`, options)
  }
}

export const isProblem = (error: unknown): error is Problem => error instanceof Error && error.name === 'Problem'
