export { Reader, Writer } from './bytes.js'
export { dayNumber, dayOf } from './day.js'
export { pack, unpack, type Words } from './value.js'
