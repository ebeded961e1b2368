/** Requests that a client may make at once and then each second. */
export interface Rate {
  readonly burst: number
  readonly second: number
}
/** Clients that are remembered; beyond it all are forgotten, which errs on the side of letting in. */
const CLIENTS = 10_000

/** A bucket of requests for each client. `now` is in milliseconds. Returns the seconds after which to come back, 0 when the request may pass. */
export function rateLimiter({ burst, second }: Rate, now: () => number): (client: string) => number {
  const buckets = new Map<string, { left: number; at: number }>()
  return (client) => {
    const at = now()
    const known = buckets.get(client)
    const left = Math.min(burst, (known?.left ?? burst) + ((at - (known?.at ?? at)) / 1000) * second)
    if (buckets.size >= CLIENTS && !known) buckets.clear()
    const pass = left >= 1
    buckets.set(client, { left: pass ? left - 1 : left, at })
    return pass ? 0 : Math.max(1, Math.ceil((1 - left) / second))
  }
}
