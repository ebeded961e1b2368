export { createReferences, explainReferences } from './stage.js'
