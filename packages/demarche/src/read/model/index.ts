export { readJson, readPacked, readTable, type Folder } from './files.js'
export { hashString } from '../../text/index.js'
export { packWeights, unpackWeights, type Weights } from './table.js'
export { normalForm, shapeOf } from './words.js'
