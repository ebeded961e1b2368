export { addDays, addMonths, day, daysBetween, daysInMonth, fromOrdinal, isDay, isLeapYear, ordinal, weekday, type Day, type Interval } from './day.js'
