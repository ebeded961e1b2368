import type { Bytes } from '../bytes.js'
import { dayIn } from '../days.js'
import type { FailureRow } from '../../spec/index.js'
import type { Limits } from '../../limits/index.js'
import type { Pending } from '../pending.js'
import { failureFrom, failureRow } from '../reasons.js'
import type { Day } from '../../time/index.js'
import type { WarcRecord } from './record.js'
import { answerOf, checkDigests, warcRecords } from './warc.js'

/** The pages of a WARC file, one item a record that holds a page or text. Requests, images, redirects and the like are passed over; damage is named. */
export async function* readWarc(
  bytes: Bytes,
  path: string,
  gzip: boolean,
  date: Day | undefined,
  limits: Limits,
): AsyncGenerator<Pending | FailureRow> {
  let item = -1
  let some = false
  for await (const record of warcRecords(bytes, gzip, limits)) {
    const input = { path, item: ++item }
    some = true
    if ('fault' in record) {
      yield failureRow(input, record.reason, record.fault)
      continue
    }
    try {
      const it = itemOf(record, input, date, limits)
      if (it) yield it
    } catch (error) {
      yield failureFrom(error, input, 'damaged-archive', record.headers.get('warc-record-id'))
    }
  }
  if (!some) yield failureRow({ path }, 'damaged-archive', 'has no record in it')
}

function itemOf(record: WarcRecord, input: { path: string; item: number }, date: Day | undefined, limits: Limits): Pending | undefined {
  const { headers, block } = record
  checkDigests(record, input.path)
  const type = headers.get('warc-type')
  const uri = headers.get('warc-target-uri')?.replace(/^<|>$/g, '')
  const id = headers.get('warc-record-id')
  let [content, media] = [block, headers.get('content-type') ?? '']
  if (type === 'response' && /^application\/http/i.test(media)) {
    const answer = answerOf(block, input.path, limits)
    if (answer.status < 200 || answer.status > 299) return undefined
    ;[content, media] = [answer.body, answer.headers.get('content-type') ?? '']
  } else if (type !== 'resource' && type !== 'conversion' && type !== 'response') return undefined
  const label = /charset=["']?([\w:.-]+)/i.exec(media)?.[1]
  const known = { id, ...(uri ? { uri } : {}) }
  const crawled = dayIn(headers.get('warc-date') ?? '') ?? date
  const kind = /html/i.test(media) ? 'html' : /^text\/plain/i.test(media) ? 'text' : undefined
  // A copy: the record is a window of the archive, which moves on.
  return kind && { input, known, content: { kind, bytes: Uint8Array.from(content), label }, date: crawled }
}
