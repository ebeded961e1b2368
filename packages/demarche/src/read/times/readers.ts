import { readClock } from './read-clock.js'
import { readDate, readFigures, readSlashed } from './read-dates.js'
import { readDay } from './read-days.js'
import { readHalf, readQuarter, readRelative, readSeason, readYearAgo, readYearEnd } from './read-periods.js'
import { readAge, readReference, readSet } from './read-sets.js'
import { readShift, readSpan } from './read-spans.js'
import { readBefore, readCentury, readDecade, readFiscal, readYearAlone } from './read-years.js'
import type { Reader } from './reading.js'

/** How each kind of pattern is read. `days` is split in two dates before it comes here. */
export const READERS: Readonly<Record<string, Reader>> = {
  date: readDate,
  iso: readFigures,
  dots: readFigures,
  slash: readSlashed,
  year: readYearAlone,
  bc: readBefore,
  fiscal: readFiscal,
  decade: readDecade,
  century: readCentury,
  season: readSeason,
  quarter: readQuarter,
  half: readHalf,
  relunit: readRelative,
  yearago: readYearAgo,
  yearend: readYearEnd,
  day: readDay,
  clock: readClock,
  shift: readShift,
  span: readSpan,
  set: readSet,
  ref: readReference,
  age: readAge,
}
