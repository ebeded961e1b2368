#!/usr/bin/env node
// Reading pages, and archives that are longer than memory.  `npm run bench -- articles [FOLDER of pages] [GIGABYTES]`
// Each figure comes from a process of its own, so that the peak of one is not that of another: node bench/articles.mjs pages FOLDER | warc | jsonl BYTES
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'

const dist = (path) => new URL(`../packages/demarche/dist/${path}`, import.meta.url).href
const megabytes = (kilobytes) => Math.round(kilobytes / 1000)
const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** A page of a newspaper as one made it for a test: article, menus, lists of other articles, footer; some 60 kB. */
function madePage(n) {
  const line = (i) =>
    `<p>In round ${i} of talks ${n} the delegations spoke of ports, grain and prisoners, and the envoy said that he would be back.</p>`
  const links = (name, count) =>
    `<div class="${name}"><ul>${Array.from({ length: count }, (_, i) => `<li class="item"><a href="/${name}/${i}" data-track="${'x'.repeat(80)}">Headline ${i} of another story in ${name}</a></li>`).join('')}</ul></div>`
  return `<!doctype html><html lang="en"><head><title>Talks ${n} | Post</title><meta property="og:title" content="Talks ${n}"><script>${'var a=1;'.repeat(1500)}</script></head><body>${links('nav', 60)}<article><h1>Talks ${n}</h1>${Array.from({ length: 25 }, (_, i) => line(i)).join('')}</article>${links('related', 40)}${links('footer', 80)}</body></html>`
}

/** The pages of a folder and those below it, as bytes; made ones where there is none. */
function pagesOf(folder) {
  if (folder === undefined || !existsSync(folder)) return Array.from({ length: 300 }, (_, n) => Buffer.from(madePage(n)))
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.html?(?:\.gz)?$/.test(name))
    .toSorted()
    .map((name) => readFileSync(join(folder, name)))
    .map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes))
}

async function readPages(folder) {
  const { readPending } = await import(dist('ingest/index.js'))
  const pages = pagesOf(folder)
  const size = pages.reduce((sum, { length }) => sum + length, 0)
  const read = async (bytes, n) => readPending({ input: { path: `${n}.html` }, known: {}, content: { kind: 'html', bytes } })
  for (const [n, bytes] of pages.slice(0, 20).entries()) await read(bytes, n)
  const before = cpu()
  for (const [n, bytes] of pages.entries()) await read(bytes, n)
  const seconds = cpu() - before
  // What the bench itself holds of the pages is not the reader's.
  const peak = process.resourceUsage().maxRSS - size / 1000
  return { pages: pages.length, size, seconds, peak }
}

const WORDS = 'envoy border grain port talks minister truce convoy harbour protocol valley prisoner mission bridge treaty summit'.split(' ')
/** A text that no other has: packing may not win from its being the same all over. */
function textOf(n) {
  let [out, seed] = [`${n}`, n + 1]
  while (out.length < 9000) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    out += ` ${WORDS[seed >> 27]}${(seed >> 8) % 1000}`
  }
  return out
}
function recordOf(n) {
  const text = textOf(n)
  const head = `WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:${n}>\r\nWARC-Date: 2024-03-05T10:00:00Z\r\nWARC-Target-URI: http://a.example/${n}\r\nContent-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n`
  return Buffer.from(`${head}${text}\r\n\r\n`)
}
const MAKERS = {
  jsonl: { make: (n) => Buffer.from(`${JSON.stringify({ id: `r${n}`, text: textOf(n) })}\n`), pack: (bytes) => bytes },
  warc: { make: recordOf, pack: (bytes) => gzipSync(bytes, { level: 1 }) },
}

/** Reads an archive that is made while it is read, from 500 records over and over. Resident memory is looked at after a tenth and at the end. */
async function readArchive(kind, bytes) {
  const { isPending, pendingInputs } = await import(dist('ingest/index.js'))
  const { make, pack } = MAKERS[kind]
  const plain = Array.from({ length: 500 }, (_, n) => make(n))
  const packed = plain.map(pack)
  let made = 0
  async function* stream() {
    for (let n = 0; made < bytes; n = (n + 1) % plain.length) {
      made += plain[n].length
      yield packed[n]
    }
  }
  let [read, failed, early, late, nextLook] = [0, 0, 0, 0, bytes / 50]
  const before = cpu()
  for await (const it of pendingInputs(['-'], { stdin: stream() })) {
    if (isPending(it)) read++
    else failed++
    if (made < nextLook) continue
    nextLook += bytes / 50
    const { rss } = process.memoryUsage()
    if (made <= bytes * 0.2) early = Math.max(early, rss)
    else late = Math.max(late, rss)
  }
  return { read, failed, seconds: cpu() - before, early: early / 1000, late: late / 1000, peak: process.resourceUsage().maxRSS }
}

const say = (name, value, unit) => console.log(`${name.padEnd(44)} ${String(value).padStart(12)} ${unit}`)

/** All figures, each by a process of its own. */
export function articlesBench(folder, gigabytes = 1) {
  const own = (...args) =>
    JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), ...args], { encoding: 'utf8', maxBuffer: 1 << 20 }))
  const { pages, size, seconds, peak } = own('pages', ...(folder === undefined ? [] : [folder]))
  say('pages', (pages / seconds).toFixed(1), `a CPU second (${pages} of ${Math.round(size / pages / 1000)} kB), peak ${megabytes(peak)} MB`)
  for (const kind of Object.keys(MAKERS)) {
    const it = own(kind, String(gigabytes * 1e9))
    const rate = Math.round((gigabytes * 1000) / it.seconds)
    say(
      `${gigabytes} GB of ${kind === 'warc' ? 'WARC.gz' : 'JSONL'} found`,
      rate,
      `MB a CPU second (${it.read} documents, ${it.failed} failures), resident ${megabytes(it.early)} MB in the first fifth, ${megabytes(it.late)} MB after it, peak ${megabytes(it.peak)} MB`,
    )
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [what, value] = process.argv.slice(2)
  console.log(JSON.stringify(what === 'pages' ? await readPages(value) : await readArchive(what, Number(value))))
}
