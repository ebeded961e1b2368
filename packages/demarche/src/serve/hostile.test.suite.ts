import type { ClaimRow, DocumentRow } from '../spec/index.js'

/** A coded document that says each string as a claim: its words, its actor, its place, its title. */
export function hostileRow(strings: readonly string[]): DocumentRow {
  const text = strings.join('\n\n')
  let from = 0
  const spans = strings.map((it) => {
    const span = { from, to: from + it.length }
    from += it.length + 2
    return span
  })
  const actors = strings.map((name, i) => ({ id: `person:hostile-${i}`, name, kind: 'person' }))
  const first = { span: spans[0]!, actor: 'person:hostile-0' }
  return {
    schema: 1,
    id: 'hostile',
    input: { path: strings[0]! },
    article: {
      title: strings.slice(0, 8).join(' '),
      byline: strings[1]!,
      publisher: strings[0]!,
      uri: 'javascript:alert(1)',
      text,
      removed: [{ span: spans[1]!, why: strings[0]! }],
      related: [],
      published: { day: '2024-01-01', basis: 'given' },
    },
    sentences: spans.map((span) => ({ span })),
    mentions: [],
    actors: [...actors, { id: 'state:ARM', name: 'Armenia', kind: 'state', country: 'ARM' }],
    times: [],
    places: strings.map((name, i) => ({ span: spans[i]!, name, kind: 'city', lat: (i % 120) - 60, lon: (i % 340) - 170 })),
    quotations: [],
    claims: spans.map((span, i): ClaimRow => ({
      id: `hostile-claim-${i}`,
      rule: `rule-${i}`,
      type: 'ACCUSE',
      mode: strings[i]!.slice(0, 40),
      quad: 3,
      status: 'actual',
      historical: false,
      actors: i === 0 ? [first] : [first, { span, actor: `person:hostile-${i}` }],
      recipients: [{ span, actor: 'state:ARM', country: 'ARM' }],
      when: {
        from: `20${String(10 + (i % 14))}-0${1 + (i % 9)}-1${i % 9}`,
        to: `20${String(10 + (i % 14))}-0${1 + (i % 9)}-1${i % 9}`,
        basis: 'stated',
      },
      where: { place: i, role: 'site' },
      attribution: [{ span, actor: `person:hostile-${i}`, medium: strings[i]!.slice(0, 30) }],
      trigger: span,
      sentence: span,
      confidence: 0.5,
    })),
  }
}
