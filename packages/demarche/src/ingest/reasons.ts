import type { FailureRow } from '../spec/index.js'
import { contentId, isProblem, Problem } from '../text/index.js'

/** Every reason for which an input can fail, with the cure that is told to the user. The list is closed: nothing else is ever reported. */
export const REASONS = {
  missing: 'check the name; folders and globs are read too',
  unreadable: 'check that the file can be read',
  unsupported: 'give text, HTML, a feed, a sitemap, WARC, JSONL, CSV, EML, PDF or DOCX, plain or as .gz or .br',
  'too-big': 'split it; archives and tables may be of any size, one document may not',
  bomb: 'unpack it yourself if you trust it; it grows out of all proportion',
  'damaged-gzip': 'fetch or compress the file again',
  'damaged-archive': 'fetch the archive again; the records around the damaged one are read',
  'digest-mismatch': 'fetch the archive again; the content of this record is not what was stored',
  'not-json': 'write one JSON object a line',
  'not-feed': 'give RSS, Atom, RDF or JSON Feed',
  'bad-row': 'give each row a `text` or an `html` that is a string',
  'bad-table': 'give the table a header line with a column `text` or `html`, and as many cells in each line',
  empty: 'there is nothing to read in it',
  'no-article': 'no article was found on the page; give its text if there is one',
  'missing-package': 'install the optional package that is named',
  'damaged-document': 'open the document in its own program and save it again as text',
  'bad-address': 'give an absolute http or https address',
  'blocked-address': 'private and loopback addresses are refused unless you allow them',
  robots: 'the site’s robots.txt asks programs not to read this address',
  'http-status': 'open the address in a browser',
  unreachable: 'check the connection and the name of the host, then try again',
  'too-many-redirects': 'give the address that the page is really at',
} as const
export type Reason = keyof typeof REASONS

/** Where a document came from, as it was named; `item` counts from 0 in a feed, archive or table. */
export interface Place {
  readonly path: string
  readonly item?: number
}

/** The row that stands in for a document that could not be read. `id` is the input's own id where it is known. */
export function failureRow(
  input: Place,
  reason: Reason,
  fault: string,
  more: { readonly id?: string | undefined; readonly place?: string } = {},
): FailureRow {
  const place = more.place ?? (input.item === undefined ? input.path : `${input.path}, item ${input.item}`)
  return {
    schema: 1,
    id: more.id ?? contentId('input', input.path, input.item),
    input: { ...input },
    failure: { reason, place, fault, cure: REASONS[reason] },
  }
}

/** A fault inside a reader, to be turned into a failure row by whoever knows the place. */
export const problem = (reason: Reason, place: string, fault: string): Problem =>
  new Problem({ reason, place, fault, cure: REASONS[reason] })

const isReason = (reason: string): reason is Reason => Object.hasOwn(REASONS, reason)

/** Any error of a reader as a failure row: a `Problem` keeps its reason, everything else gets `otherwise`. */
export function failureFrom(error: unknown, input: Place, otherwise: Reason, id?: string): FailureRow {
  if (isProblem(error) && isReason(error.fault.reason)) return failureRow(input, error.fault.reason, error.fault.fault, { id })
  return failureRow(input, otherwise, error instanceof Error ? error.message : String(error), { id })
}
