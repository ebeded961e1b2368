export { languageOf } from './language-of.js'
export { compileLanguages, type LanguageData } from './compile.js'
