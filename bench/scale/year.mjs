// A year of news in a queue: documents come by the minute, so many cores code them, whoever comes first is coded first. Nothing is random: a burst comes on every day at its hour.

const MINUTES = 365 * 24 * 60
/** News by the hour of the day, as a share of the mean: quiet at night, busy in the afternoon. */
const HOURS = [0.5, 0.4, 0.4, 0.4, 0.5, 0.7, 0.9, 1.1, 1.3, 1.4, 1.4, 1.4, 1.4, 1.4, 1.4, 1.4, 1.4, 1.3, 1.2, 1.1, 0.9, 0.8, 0.7, 0.6]
/** By the day of the week; the weekend is quiet. */
const DAYS = [1.15, 1.15, 1.15, 1.15, 1.15, 0.65, 0.6]

/**
 * The model. `perCore`: documents a core codes in a second; `bursts`: so many a minute, for so many minutes, once a day. Gives the most that waited, the longest that a document
 * waited (seconds), the share of documents done within a minute, and how busy the cores were.
 */
export function simulateYear({ documents, perCore, cores, burst = 50_000, burstMinutes = 10, burstHour = 15 }) {
  const shape = Array.from({ length: MINUTES }, (_, m) => HOURS[Math.floor(m / 60) % 24] * DAYS[Math.floor(m / 1440) % 7])
  const inBurst = (m) => m % 1440 >= burstHour * 60 && m % 1440 < burstHour * 60 + burstMinutes
  const steady = shape.reduce((sum, it, m) => sum + (inBurst(m) ? 0 : it), 0)
  const bursts = 365 * burstMinutes * burst
  if (bursts > documents) throw new Error('more documents come in bursts than in all')
  const capacity = perCore * 60 * cores
  let waiting = 0
  let most = 0
  let longest = 0
  let prompt = 0
  let busy = 0
  for (let m = 0; m < MINUTES; m++) {
    const coming = inBurst(m) ? burst : ((documents - bursts) * shape[m]) / steady
    // What comes in this minute waits for all that came before it.
    const delay = (waiting / capacity) * 60
    longest = Math.max(longest, delay + (Math.max(0, coming - capacity) / capacity) * 60)
    if (delay <= 60) prompt += coming
    const work = waiting + coming
    busy += Math.min(work, capacity)
    waiting = Math.max(0, work - capacity)
    most = Math.max(most, waiting)
  }
  return { most: Math.round(most), longest, prompt: prompt / documents, busy: busy / (capacity * MINUTES), left: Math.round(waiting) }
}

/** The fewest cores with which no document waits longer than so many seconds. */
export function coresFor(wanted, longest) {
  let few = 1
  let many = 1
  while (simulateYear({ ...wanted, cores: many }).longest > longest) many *= 2
  while (few < many) {
    const middle = Math.floor((few + many) / 2)
    if (simulateYear({ ...wanted, cores: middle }).longest > longest) few = middle + 1
    else many = middle
  }
  return many
}

/**
 * What a year takes. `serverMs`: CPU of broker and database a document; `bytes`: of the shared store a document; prices of a core hour and of a terabyte and month.
 * Cores are bought for the longest wait that is allowed; hours are those in which a core is busy, as where cores are rented while there is work.
 */
export function sizeYear({ documents, perCore, serverMs, bytes, coreHour, terabyteMonth }) {
  const waits = [1, 10, 60].map((minutes) => {
    const cores = coresFor({ documents, perCore }, minutes * 60)
    const { most, busy, prompt } = simulateYear({ documents, perCore, cores })
    return { minutes, cores, busy: Number(busy.toFixed(3)), most, prompt: Number(prompt.toFixed(4)) }
  })
  const hours = documents / perCore / 3600 + (documents * serverMs) / 3.6e6
  const terabytes = (documents * bytes) / 1e12
  return {
    documents,
    perCore,
    bytes,
    waits,
    hours,
    money: hours * coreHour,
    coreHour,
    terabytes,
    diskMoney: terabytes * terabyteMonth,
    terabyteMonth,
  }
}
