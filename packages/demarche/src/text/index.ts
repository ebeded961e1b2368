export { contentId, sha256 } from './hash.js'
export { byCodeUnit } from './order.js'
export { isProblem, Problem, type Fault } from './problem.js'
export { byPosition, contains, hull, overlaps, span, type Span } from './span.js'
