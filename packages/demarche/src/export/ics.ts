import { addDays } from '../time/index.js'
import type { EventRow } from '../spec/index.js'
import type { Exporter } from './release.js'

const escape = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** Lines of at most 75 octets, continued with a blank (RFC 5545, 3.1). Cuts between characters. */
export function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const character of line) {
    const octets = Buffer.byteLength(character)
    if (size + octets > 74) {
      parts.push(part)
      part = ''
      size = 0
    }
    part += character
    size += octets
  }
  return `${[...parts, part].join('\r\n ')}\r\n`
}

function entry(event: EventRow): string[] {
  const { from, to } = event.when
  if (from === undefined) return []
  const names = (parties: EventRow['actors']): string => parties.map(({ name }) => name).join(', ')
  const summary = `${event.type ?? event.rule}${event.mode === undefined ? '' : ` (${event.mode})`}: ${names(event.actors)}${event.recipients.length > 0 ? ` → ${names(event.recipients)}` : ''}`
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@demarche`,
    `DTSTAMP:${(event.known ?? from).replaceAll('-', '')}T000000Z`,
    `DTSTART;VALUE=DATE:${from.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${addDays(to ?? from, 1).replaceAll('-', '')}`,
    `SUMMARY:${escape(summary)}`,
    ...(event.where ? [`LOCATION:${escape(event.where.name)}`] : []),
    'END:VEVENT',
  ]
}

/** A calendar of events, line by line. */
export function* calendar(events: readonly EventRow[]): Generator<string> {
  for (const line of ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//demarche//ledger//EN']) yield folded(line)
  for (const event of events) for (const line of entry(event)) yield folded(line)
  yield folded('END:VCALENDAR')
}

/** Events as a calendar (RFC 5545), planned ones too. */
export const ics: Exporter = {
  format: 'ics',
  title: 'events as a calendar (RFC 5545)',
  files: (release) => [{ name: 'events.ics', content: calendar(release.events) }],
}
