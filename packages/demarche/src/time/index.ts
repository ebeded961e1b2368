export {
  addDays,
  addMonths,
  day,
  daysBetween,
  daysInMonth,
  fromOrdinal,
  isDay,
  isLeapYear,
  ordinal,
  weekday,
  type Day,
  type Interval,
} from './day.js'
export { holidayIn } from './holiday.js'
export { intervalOf, type Part } from './timex.js'
export { toldDays } from './told.js'
export { lengthOf, shiftDay, unitAt, type Unit } from './unit.js'
export { lastWeekday, nextWeekday, weekOf } from './week.js'
