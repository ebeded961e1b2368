/** Milliseconds after which the log hands a document out again; short, for the proof has many deaths to wait for. */
export const PATIENCE = 1000
export const PACE = { settle: 100, sweep: 400, report: 1000, hold: 250, wait: 100, grace: 5000 }
