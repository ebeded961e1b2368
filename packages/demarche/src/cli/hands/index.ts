export { failed, notFound, refusal } from './failed.js'
export { handsFor, type Hands, type HandsOptions } from './hands.js'
export { inOrder } from './in-order.js'
export type { Outcome, Task } from './task.js'
