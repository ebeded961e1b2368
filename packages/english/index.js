/** The folder that holds the compiled bundle (`bundle/*.json`, `bundle/*.bin`) of this language. */
export const bundle = new URL('./bundle/', import.meta.url)
/** The folder that holds the trained models of this language. Those of the reader are compiled into the bundle; the published package has no others. */
export const models = new URL('./models/', import.meta.url)
/** The folder that holds the sources of the bundle: rules, lexicon, world tables. Present in a checkout, not in the published package. */
export const sources = new URL('./', import.meta.url)
