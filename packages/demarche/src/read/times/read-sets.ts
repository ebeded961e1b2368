import { lengthOf } from '../../time/index.js'
import type { Parts } from './parts.js'
import type { Reader } from './reading.js'

const pad = (number: number): string => String(number).padStart(2, '0')

/** `set`: again and again. A period (`P1D`) or a pattern of days (`XXXX-WXX-1`). */
export const readSet: Reader = (parts) => {
  const value = parts.value('freq', 'FREQ') ?? patternOf(parts) ?? lengthIn(parts)
  return value === undefined ? undefined : { type: 'SET', value }
}

function patternOf(parts: Parts): string | undefined {
  const part = parts.value('part', 'PART', 'PARTS') ?? parts.value('parts', 'PARTS') ?? ''
  const weekday = parts.weekday ?? parts.value('wds', 'WEEKDAYS')
  if (weekday !== undefined) return `XXXX-WXX-${weekday}${part}`
  if (part !== '' && parts.month === undefined && !parts.has('season')) return `XXXX-XX-XX${part}`
  if (parts.month !== undefined) return `XXXX-${pad(parts.month)}`
  const season = parts.value('season', 'SEASON') ?? parts.value('seasons', 'SEASONS')
  return season && `XXXX-${season}`
}

function lengthIn(parts: Parts): string | undefined {
  const unit = parts.unit('unit')
  const count = parts.has('count') ? parts.count('count') : parts.has('other') ? 2 : 1
  return unit === undefined || count === undefined ? undefined : lengthOf(unit, count)
}

/** `ref`: a reference without a date. */
export const readReference: Reader = (parts, { tense }) => {
  const value = parts.value('ref', 'REF', 'REFPAST', 'REFADJ', 'REFPERIOD') ?? 'PAST_REF'
  // “Was soon released” tells of no future.
  if (tense === 'back' && parts.words('ref')?.[0] === 'soon') return undefined
  return { type: 'DATE', value }
}

/** `age`: understood, so that nothing else is read into it, and dropped. */
export const readAge: Reader = () => ({ type: 'DURATION', value: 'PX', drop: true })
