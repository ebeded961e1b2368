import { LIMITS, type Limits } from '../../limits/index.js'
import type { Bytes } from '../bytes.js'
import { isProblem } from '../../text/index.js'
import { problem, type Reason } from '../reasons.js'
import { Window } from './buffer.js'
import { members } from './gzip.js'
import { hasDigest, MAX_HEADER, readHeaders, unchunked, unpacked, type HttpAnswer, type WarcRecord } from './record.js'

/** A record of an archive, or what is wrong where one should be. Reading goes on after a fault at the next record that can be found. */
export type ArchiveRecord = WarcRecord | { readonly reason: Reason; readonly fault: string }

const START = Buffer.from('WARC/')

/** The records of a WARC file. Its gzip members are checked, and so is the framing of each record. */
export async function* warcRecords(bytes: Bytes, gzip: boolean, limits: Limits = LIMITS): AsyncGenerator<ArchiveRecord> {
  if (!gzip) {
    yield* plainRecords(bytes, limits.unpackedBytes)
    return
  }
  for await (const member of members(bytes, limits.unpackedBytes + MAX_HEADER)) {
    if ('fault' in member) yield { reason: member.tooBig ? 'too-big' : 'damaged-gzip', fault: member.fault }
    else yield* plainRecords(only(member.bytes), limits.unpackedBytes)
  }
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function* plainRecords(bytes: Bytes, limit: number): AsyncGenerator<ArchiveRecord> {
  const window = new Window(bytes)
  try {
    for (;;) {
      await window.want(MAX_HEADER)
      let blank = 0
      while (window.bytes[blank] === 13 || window.bytes[blank] === 10) blank++
      window.drop(blank)
      await window.want(MAX_HEADER)
      if (window.bytes.length === 0) return
      const { at } = window
      const head = Buffer.from(window.bytes.buffer, window.bytes.byteOffset, 5).equals(START) ? readHeaders(window.bytes) : undefined
      const stated = head?.headers.get('content-length') ?? ''
      const length = /^\d{1,15}$/.test(stated) ? Number(stated) : undefined
      if (!head || length === undefined || !head.headers.has('warc-type')) {
        yield { reason: 'damaged-archive', fault: `no readable record header at byte ${at}` }
        await window.seek(START, 5)
        continue
      }
      window.drop(head.from)
      if (length > limit) {
        yield { reason: 'too-big', fault: `the record at byte ${at} has ${length} bytes` }
        await skip(window, length)
        continue
      }
      await window.want(length + 4)
      if (window.bytes.length < length) {
        yield { reason: 'damaged-archive', fault: `the record at byte ${at} is cut off: ${window.bytes.length} of ${length} bytes` }
        await window.seek(START, 0)
        continue
      }
      const block = window.bytes.subarray(0, length)
      const after = window.bytes.subarray(length, length + 4)
      const framed = after.length === 0 ? window.ended : after[0] === 13 || after[0] === 10
      if (!framed) {
        yield { reason: 'damaged-archive', fault: `the record at byte ${at} is not as long as it says` }
        await window.seek(START, 0)
        continue
      }
      yield { headers: head.headers, block }
      window.drop(length)
    }
  } finally {
    await window.close()
  }
}

async function skip(window: Window, length: number): Promise<void> {
  for (let left = length; left > 0;) {
    await window.want(1)
    if (window.bytes.length === 0) return
    const size = Math.min(left, window.bytes.length)
    window.drop(size)
    left -= size
  }
}

/** Checks the digests that a record states. Throws a `Problem` (`digest-mismatch`). */
export function checkDigests({ headers, block }: WarcRecord, place: string): void {
  const whole = headers.get('warc-block-digest')
  if (whole && !hasDigest(whole, block)) throw problem('digest-mismatch', place, 'its block has another digest than stated')
  const payload = headers.get('warc-payload-digest')
  if (!payload || headers.has('warc-truncated') || headers.get('warc-type') === 'revisit') return
  const http = /^application\/http/i.test(headers.get('content-type') ?? '') ? readHeaders(block) : undefined
  const body = http ? block.subarray(http.from) : block
  if (hasDigest(payload, body)) return
  const joined = unchunked(body)
  if (!joined || !hasDigest(payload, joined)) throw problem('digest-mismatch', place, 'its payload has another digest than stated')
}

/** The answer of a server in a `response` record. Throws a `Problem` where it cannot be read. */
export function answerOf(block: Uint8Array, place: string, limits: Limits = LIMITS): HttpAnswer {
  const http = readHeaders(block)
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(http?.first ?? '')?.[1]
  if (!http || status === undefined) throw problem('damaged-archive', place, 'holds no answer of a server')
  const raw = block.subarray(http.from)
  const joined = /chunked/i.test(http.headers.get('transfer-encoding') ?? '') ? (unchunked(raw) ?? raw) : raw
  try {
    return { status: Number(status), headers: http.headers, body: unpacked(joined, http.headers.get('content-encoding') ?? '', limits) }
  } catch (error) {
    if (isProblem(error)) throw error
    throw problem('damaged-gzip', place, error instanceof Error ? error.message : String(error))
  }
}
