import type { Parts } from './parts.js'
import type { Reader } from './reading.js'

const pad = (number: number): string => String(number).padStart(2, '0')

/** `clock`: a time of day, as `T22:00` with a zone where one is told. The stage joins it with a day. */
export const readClock: Reader = (parts, { story, day }) => {
  const time = timeOf(parts)
  if (time === undefined) return undefined
  const on = story ?? day
  return { type: 'TIME', value: `${on ?? 'XXXX-XX-XX'}${time}`, certain: ['hour'], ...(on === undefined ? {} : { from: on, to: on }) }
}

function timeOf(parts: Parts): string | undefined {
  const word = parts.value('word', 'CLOCKWORD')
  if (word !== undefined) return word
  const four = parts.words('hhmm')?.[0]
  if (four !== undefined) return /^([01]\d|2[0-3])[0-5]\d$/.test(four) ? `T${four.slice(0, 2)}:${four.slice(2)}` : undefined
  const [hour, minute] = [parts.count('hour'), parts.ordinal('min') ?? 0]
  if (typeof hour !== 'number' || hour > 24 || minute > 59) return undefined
  return `T${pad(inTwentyFour(hour, parts))}:${pad(minute)}`
}

function inTwentyFour(hour: number, parts: Parts): number {
  const half = parts.value('ampm', 'AMPM') ?? halfOf(parts.value('part', 'PART'))
  if (half === 'pm') return hour < 12 ? hour + 12 : hour
  return half === 'am' && hour === 12 ? 0 : hour
}

const halfOf = (part: string | undefined): string | undefined => (part === undefined ? undefined : part === 'TMO' ? 'am' : 'pm')
