/** What an input is. `xml` is a feed, a sitemap or, failing that, a page; `json` one JSON document: a JSON Feed or a list of rows. */
export type Kind = 'text' | 'html' | 'xml' | 'json' | 'jsonl' | 'csv' | 'tsv' | 'warc' | 'eml' | 'pdf' | 'docx'

const BY_ENDING: Readonly<Record<string, Kind>> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  xml: 'xml',
  rss: 'xml',
  atom: 'xml',
  rdf: 'xml',
  feed: 'xml',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  warc: 'warc',
  eml: 'eml',
  mbox: 'eml',
  pdf: 'pdf',
  docx: 'docx',
}

/** The kind that the ending of a name says, and how the file is packed. `a.jsonl.gz` is `jsonl` in `gz`. */
export function kindOfName(name: string): { readonly kind?: Kind; readonly packed?: 'gz' | 'br' } {
  const parts = (name.split(/[/\\]/).at(-1) ?? '').toLowerCase().split('.').slice(1)
  const last = parts.at(-1)
  const packed = last === 'gz' || last === 'br' ? last : undefined
  const ending = (packed ? parts.at(-2) : last) ?? ''
  const kind = Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined
  return { ...(kind ? { kind } : {}), ...(packed ? { packed } : {}) }
}

const BY_TYPE: readonly (readonly [RegExp, Kind])[] = [
  [/^text\/html|^application\/xhtml/, 'html'],
  [/ndjson|jsonl|json-seq/, 'jsonl'],
  [/json/, 'json'],
  [/xml/, 'xml'],
  [/csv/, 'csv'],
  [/tab-separated/, 'tsv'],
  [/^application\/warc/, 'warc'],
  [/^application\/pdf/, 'pdf'],
  [/wordprocessingml/, 'docx'],
  [/^message\/rfc822/, 'eml'],
]

/** The kind that a media type says; `text/plain` says nothing, for servers send it for everything. */
export const kindOfType = (type: string): Kind | undefined => BY_TYPE.find(([pattern]) => pattern.test(type.toLowerCase()))?.[1]

const FEED = /^<(?:\w+:)?(?:rss|feed|rdf|urlset|sitemapindex|channel)\b/i
const PAGE = /<(?:!doctype html|html|head|body|div|p|article|meta|title|h1)\b/i
const HEADERS =
  /^(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|x-[\w-]+): .*\r?\n(?:[\w-]+: .*|[ \t].*)\r?\n/i

/** The kind that the first bytes (4 KiB are enough) show. Never fails: what shows nothing is text. */
export function kindOfBytes(head: Uint8Array): Kind {
  const latin = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString('latin1')
  if (latin.startsWith('%PDF-')) return 'pdf'
  if (latin.startsWith('PK\u0003\u0004')) return 'docx'
  if (latin.startsWith('WARC/')) return 'warc'
  const text = latin
    .replaceAll('\0', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)/, '')
    .trimStart()
  if (text.startsWith('{')) return /^\{\s*\n/.test(text) || /"https?:\/\/jsonfeed\.org/.test(text.slice(0, 300)) ? 'json' : 'jsonl'
  if (/^\[\s*\{/.test(text)) return 'json'
  if (!text.startsWith('<')) return HEADERS.test(text) ? 'eml' : 'text'
  const root = afterProlog(text)
  return FEED.test(root) || (text.startsWith('<?xml') && !PAGE.test(root)) ? 'xml' : PAGE.test(text) ? 'html' : 'text'
}

/** Whether the bytes are gzip, whatever the name says. */
export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b

/** What follows declarations, comments and the document type at the head of XML. */
function afterProlog(text: string): string {
  let at = 0
  for (;;) {
    while (at < text.length && text.charCodeAt(at) <= 32) at++
    const end = text.startsWith('<!--', at)
      ? '-->'
      : text.startsWith('<?', at)
        ? '?>'
        : /^<!doctype/i.test(text.slice(at, at + 9))
          ? '>'
          : undefined
    const close = end === undefined ? -1 : text.indexOf(end, at)
    if (end === undefined || close < 0) return text.slice(at)
    at = close + end.length
  }
}
