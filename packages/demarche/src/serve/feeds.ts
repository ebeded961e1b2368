import type { EventRow } from '../spec/index.js'

const escape = (text: string): string =>
  // Characters that XML 1.0 has no way to write are left out.
  text
    .replace(
      // oxlint-disable-next-line no-control-regex
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`)

const names = (parties: EventRow['actors']): string => parties.map(({ name }) => name).join(', ')

/** One event in a few words: `SANCTION withdraw: Armenia → Belarus`. */
export const headline = ({ type, rule, mode, actors, recipients, status }: EventRow): string =>
  `${type ?? rule}${mode === undefined ? '' : ` ${mode}`}${status === 'actual' ? '' : ` (${status})`}: ${names(actors) || '–'}${recipients.length > 0 ? ` → ${names(recipients)}` : ''}`

/** Events as an Atom feed (RFC 4287), in the order given. `self` is the address asked for, `page` where a reader looks an event up. No clock: a feed is as new as what its events tell. */
export function atom(events: readonly EventRow[], self: string, page: string): string {
  const moment = (day: string | null | undefined): string => `${day ?? '1970-01-01'}T00:00:00Z`
  const updated = events.map(({ known, when }) => known ?? when.from ?? '').reduce((last, it) => (it > last ? it : last), '')
  const entry = (event: EventRow): string =>
    `<entry><id>urn:demarche:${escape(event.id)}</id><title>${escape(headline(event))}</title><updated>${moment(event.known ?? event.when.from)}</updated><link href="${escape(`${page}event/${encodeURIComponent(event.id)}`)}"/><summary>${escape(`${event.when.from ?? 'day unknown'}${event.where ? `, ${event.where.name}` : ''}; ${event.claims.length} report(s)`)}</summary></entry>`
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>${escape(self)}</id><title>demarche: events</title><author><name>demarche</name></author><updated>${moment(updated || undefined)}</updated><link rel="self" href="${escape(self)}"/>\n${events.map(entry).join('\n')}\n</feed>\n`
}
