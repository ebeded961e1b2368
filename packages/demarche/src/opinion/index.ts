export { KEY, openEndpoint, type Endpoint, type EndpointOptions } from './endpoint.js'
export { appendOpinion, logBeside, readLog } from './log.js'
export { NO_EVENT, type Opinion, opinionOf, published, readOpinion } from './opinion.js'
export { type Question, questionOf } from './question.js'
