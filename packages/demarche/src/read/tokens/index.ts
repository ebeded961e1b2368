export { createTokens } from './stage.js'
