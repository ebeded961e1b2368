/** Exit codes of every command. */
export const EXIT = { ok: 0, failure: 1, usage: 2, nothing: 3, some: 4 } as const

/** The command line was wrong: the message says what, and what there is instead. */
export class Usage extends Error {
  override readonly name = 'Usage'
}
