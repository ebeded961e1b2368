import { loadPipeline } from '../pipeline.js'
import type { Coded, RawDocument } from '../store/index.js'
import { codeOne } from './coding.js'

// One worker thread: the language is loaded once, then batches come and go.
const pipeline = loadPipeline()

export default (documents: readonly RawDocument[]): Coded[] => documents.map((document) => codeOne(pipeline, document))
