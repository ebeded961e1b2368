import { Pool } from 'undici'

/** Asks a server for some seconds over so many connections, each question when the one before is answered, or so many a second; times in milliseconds, in order. */
export async function ask(origin, paths, { seconds, connections, perSecond }) {
  const pool = new Pool(origin, { connections })
  const times = []
  let [at, unanswered] = [0, 0]
  const start = performance.now()
  const end = start + seconds * 1000
  const lane = async () => {
    while (performance.now() < end) {
      const n = at++
      const due = perSecond === undefined ? 0 : start + (n * 1000) / perSecond - performance.now()
      if (due > 0) await new Promise((resolve) => setTimeout(resolve, due))
      const begun = performance.now()
      const { statusCode, body } = await pool.request({ method: 'GET', path: paths[n % paths.length] })
      await body.dump()
      if (statusCode !== 200) unanswered++
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: connections }, lane))
  await pool.close()
  times.sort((a, b) => a - b)
  const part = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  return { rate: times.length / ((performance.now() - start) / 1000), asked: times.length, unanswered, median: part(0.5), p99: part(0.99) }
}
