// Puts the deadly wrapper in the place of SQLite, for everybody but the wrapper itself.
const wrapper = new URL('deadly.mjs', import.meta.url).href
export const resolve = (name, context, next) =>
  name === '@photostructure/sqlite' && context.parentURL !== wrapper ? { url: wrapper, shortCircuit: true } : next(name, context)
