import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClaimRow } from '../spec/index.js'
import { mergeReports } from './event.js'
import { knownOn, reportKey, versionsOf } from './history.js'
import type { Report } from './report.js'

const days = ['2024-01-01', '2024-01-02', '2024-01-05', '2024-02-01']
const report = fc
  .record({
    document: fc.integer({ min: 0, max: 30 }),
    known: fc.constantFrom(...days, null),
    on: fc.constantFrom(...days),
    killed: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    historical: fc.boolean(),
    confidence: fc.constantFrom(0.5, 0.9),
    sketch: fc.constantFrom('', 'aaaa', 'bbbb'),
  })
  .map(({ document, known, on, killed, historical, confidence, sketch }): Report => {
    const span = { from: 0, to: 3 }
    const claim: ClaimRow = {
      id: 'c1',
      rule: 'recall',
      type: 'SANCTION',
      status: 'actual',
      historical,
      actors: [{ span, actor: 'state:ARM' }],
      recipients: [{ span, actor: 'state:BLR' }],
      when: { from: on, to: on, basis: confidence > 0.5 ? 'stated' : 'narrative' },
      ...(killed === undefined ? {} : { figures: [{ kind: 'killed', min: killed, max: killed, span }] }),
      attribution: [],
      trigger: span,
      sentence: span,
      confidence,
    }
    const party = (code: string): Report['actors'][number] => ({ id: `state:${code}`, name: code, country: code, sector: 'GOV' })
    return {
      document: `d${document}`,
      known,
      source: `s${document % 3}`,
      claim,
      actors: [party('ARM')],
      recipients: [party('BLR')],
      others: [],
      words: [],
      sketch,
    }
  })
const reports = fc.uniqueArray(report, { minLength: 1, maxLength: 12, selector: ({ document }) => document })

test('what was known on a day is what the reports of that day and before it give', () => {
  fc.assert(
    fc.property(reports, fc.constantFrom(...days), (all, day) => {
      const byKey = new Map(all.map((it) => [reportKey(it.document, it.claim.id), it]))
      const now = mergeReports(all)
      const merged = mergeReports(all.filter(({ known }) => known !== null && known <= day))
      const cut = now.flatMap((event) => knownOn(event, byKey, day) ?? [])
      const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
      expect(cut.toSorted(byId)).toEqual(merged.toSorted(byId))
      for (const event of now) {
        const versions = versionsOf(event, byKey)
        expect(versions.at(-1)!.event).toBe(event)
        expect(versions.findLast(({ known }) => known !== null && known <= day)?.event).toEqual(knownOn(event, byKey, day))
      }
    }),
  )
})
