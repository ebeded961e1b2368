import type { EventRow } from '../spec/index.js'

/** An event between Armenia and Belarus, told once. */
export const made = (id: string, rule: string, from: string, to: string, more: Partial<EventRow> = {}): EventRow => ({
  id,
  type: 'SANCTION',
  rule,
  status: 'actual',
  historical: false,
  actors: [{ id: 'state:ARM', name: 'Armenia' }],
  recipients: [{ id: 'state:BLR', name: 'Belarus' }],
  others: [],
  when: { from, to, basis: 'stated' },
  figures: [],
  claims: [{ id: `c-${id}`, document: 'd', known: from, why: 'first report' }],
  known: from,
  ...more,
})
