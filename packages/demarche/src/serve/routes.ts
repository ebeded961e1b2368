import { DOCUMENTS } from './routes/documents.js'
import { EVENTS } from './routes/events.js'
import { RELATIONS } from './routes/relations.js'

/** Every question that the API answers. The OpenAPI document and the handlers are made from this one list. */
export const ROUTES = { ...EVENTS, ...RELATIONS, ...DOCUMENTS } as const
