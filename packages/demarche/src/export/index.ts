export { csvCell, csvLine } from './cells.js'
export { EXPORTERS } from './exporters.js'
export type { CountryCodes, Exporter, ExportFile, Release, Source } from './release.js'
export { writeRelease } from './write.js'
