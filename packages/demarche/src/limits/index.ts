export { CODING_REASONS, type CodingReason } from './reasons.js'
export { LIMIT_TABLE, LIMITS, markOf, readLimits, type LimitName, type Limits } from './limits.js'
export { withinLimits } from './within.js'
