import type { Exporter, Release, Source } from './release.js'

function annotation(event: string, { article, claim }: Source): unknown {
  const target = (span: { from: number; to: number }, purpose: string): unknown => ({
    source: article.uri ?? `urn:demarche:${claim.id}`,
    purpose,
    selector: [
      { type: 'TextPositionSelector', start: span.from, end: span.to },
      {
        type: 'TextQuoteSelector',
        exact: article.text.slice(span.from, span.to),
        prefix: article.text.slice(Math.max(0, span.from - 32), span.from),
        suffix: article.text.slice(span.to, span.to + 32),
      },
    ],
  })
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:demarche:${event}:${claim.id}`,
    type: 'Annotation',
    motivation: 'classifying',
    body: { type: 'TextualBody', value: [claim.type, claim.mode, claim.status].filter(Boolean).join(' '), format: 'text/plain' },
    target: [
      target(claim.trigger, 'act'),
      ...claim.actors.map(({ span }) => target(span, 'actor')),
      ...claim.recipients.map(({ span }) => target(span, 'recipient')),
    ],
  }
}

async function* lines({ events, source }: Release): AsyncGenerator<string> {
  for (const { id, claims } of events) {
    for (const claim of claims) {
      const found = await source(claim.document, claim.id)
      if (found) yield `${JSON.stringify(annotation(id, found))}\n`
    }
  }
}

/** Each claim as a W3C Web Annotation on its article, one JSON-LD object a line. Offsets are UTF-16 units of the article's text. */
export const annotations: Exporter = {
  format: 'annotations',
  title: 'claims as W3C Web Annotations (JSON-LD)',
  files: (release) => [{ name: 'annotations.jsonl', content: lines(release) }],
}
