// The ways by which a bomb can come in. Each gives bytes of an input as `pendingInputs` takes them, and the ids of good documents beside it that must not be lost.
import { gzipSync } from 'node:zlib'

const GOOD = 'Armenia recalled its ambassador from Belarus on Thursday, the foreign ministry said in a statement.'
const goodPage = `<html><body><article><h1>Envoy recalled</h1><p>${GOOD}</p></article></body></html>`
const line = (row) => `${JSON.stringify(row)}\n`
const good = (id) => line({ id, text: GOOD, published: '2024-06-13' })
const cdata = (text) => text.replaceAll(']]>', '] ]>')
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function record(uri, body) {
  const payload = Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'), Buffer.from(body)])
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Target-URI: ${uri}`,
    'WARC-Date: 2024-06-13T00:00:00Z',
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(uri.length).padStart(12, '0')}>`,
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${payload.length}`,
  ].join('\r\n')
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), payload, Buffer.from('\r\n\r\n')])
}

/** `{bytes, kept}`: what is read, and how many good documents must come out of it. */
export const CHANNELS = {
  text: ({ text }) => ({ bytes: Buffer.from(good('before') + line({ id: 'bomb', text }) + good('after')), kept: 2 }),
  page: ({ text }) => ({ bytes: Buffer.from(good('before') + line({ id: 'bomb', html: text }) + good('after')), kept: 2 }),
  raw: ({ text }) => ({ bytes: Buffer.from(text), kept: 0 }),
  feed: ({ kind, text }) => ({
    bytes: Buffer.from(
      kind === 'feed'
        ? text
        : `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title><item><title>${escaped(text.slice(0, 1_000_000))}</title><description><![CDATA[${cdata(text)}]]></description></item><item><title>Envoy recalled</title><description>${GOOD}</description></item></channel></rss>`,
    ),
    kept: kind === 'feed' ? 0 : 1,
  }),
  archive: ({ text }) => ({
    bytes: Buffer.concat([
      record('http://a.example/1', goodPage),
      record('http://a.example/bomb', text),
      record('http://a.example/3', goodPage),
    ]),
    kept: 2,
  }),
  packed: ({ text }) => ({
    bytes: Buffer.concat(
      [record('http://a.example/1', goodPage), record('http://a.example/bomb', text), record('http://a.example/3', goodPage)].map((it) =>
        gzipSync(it),
      ),
    ),
    kept: 2,
  }),
  /** What stands beside the text: who wrote it, where it came from, how it is called. */
  fields: ({ text }) => ({
    bytes: Buffer.from(
      good('before') +
        line({
          id: text.slice(0, 100_000),
          text: GOOD,
          title: text,
          byline: text,
          uri: `http://a.example/${text}`,
          published: text,
          source: text,
        }) +
        good('after'),
    ),
    kept: 2,
  }),
}
