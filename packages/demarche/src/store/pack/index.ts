export { Reader, Writer } from './bytes.js'
export { dayNumber, dayOf } from './day.js'
export { compactClaim, compactRow, expandClaim, expandRow } from './compact.js'
export { pack, unpack, type Words } from './value.js'
