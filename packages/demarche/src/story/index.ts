export { Correction, corrected, correctionId, inForce, readCorrection } from './corrections.js'
export { blockOf, byKnowledge, mergeReports } from './events.js'
export { compare, share, type Verdict } from './likeness.js'
export { partyOf, reportsOf, type Report } from './report.js'
