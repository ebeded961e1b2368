import { ABBREVIATIONS, LEADING } from './abbreviations.js'
import { cliticsOf, isFused } from './clitics.js'
import { ABBREVIATION, FINAL, type TokenColumns, WORD } from './columns.js'

/** A run without spaces is read in pieces of this length, so that no pattern ever sees more. */
const LONGEST = 256

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”]+[^\s<>"“”.,;:!?)\]'’]/iy
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/y
const DOMAIN =
  /[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|mil|info|co|uk|de|fr|ru|cn|eu|int|tv|io|html?|pdf|docx?|xlsx?|txt|jpe?g|gif|php|asp|zip|exe|ppt)(?![\w.]\w|\w)/iy

const PREFIX = 'anti|pro|mid|un|multi|non|pre|post|co|ex|re|semi|sub|inter|intra|counter|vice|quasi|ultra|micro|mini|neo|over|e|x|t'
/** One token, tried in this order. Every alternative runs on a piece of bounded length and none can go back far. */
const TOKEN = new RegExp(
  [
    String.raw`(?:[A-Za-z]\.){2,}(?:[A-Za-z](?![A-Za-z]))?`, // U.S. e.g. J.R.R
    String.raw`[#@]\w+`,
    String.raw`[:;=8][-~^']?[)(\]\[DPpOo\/\\|](?!\w)|<3`, // emoticons
    String.raw`\.{2,}|…+|--+|[–—]+`,
    String.raw`([$<>\/\\])\1+|[$€£¥]`,
    String.raw`\d{3}-\d{3}-\d{4}(?![\d-])|\d{3}-\d{4}(?![\d-])|[A-Za-z]\/[A-Za-z](?!\w)`,
    String.raw`[A-Za-z]+(?:\.[A-Za-z-]+){2,}(?!\w)`,
    String.raw`\d+(?:st|nd|rd|th)(?!\w)`,
    String.raw`\d{1,4}\/\d{1,4}(?:\/\d{2,4})?(?!\d)|\d{1,2}:\d{2}(?::\d{2})?(?!\d)`,
    String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)+|(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{2,4}[’']?s(?!\w)|\d+)`,
    String.raw`[’']\d0s(?!\w)`,
    String.raw`(?:${PREFIX})-(?=\p{L})[\p{L}\p{M}]+`,
    String.raw`[\p{L}\p{M}]+(?:[\p{L}\p{M}\d_]|[’'](?=\p{L}))*(?:(?<=s)[’'](?!\p{L}))?`,
    String.raw`[\p{L}\d_]+`,
    String.raw`[!?]+|([*_=~+#])\2+`,
    String.raw`[^]`,
  ].join('|'),
  'iuy',
)

const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0xfeff ||
  code === 0x85
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** Finds the tokens of a text by UD's conventions for English. Time is in proportion to length whatever the text. */
export function scan(text: string, out: TokenColumns): void {
  const { length } = text
  let at = 0
  while (at < length) {
    if (isSpace(text.charCodeAt(at))) {
      at++
      continue
    }
    let end = at
    let plain = true
    while (end < length && end - at < LONGEST) {
      const code = text.charCodeAt(end)
      if (isSpace(code)) break
      plain &&= isLetter(code)
      end++
    }
    if (end < length && (text.charCodeAt(end) & 0xfc00) === 0xdc00 && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end--
    if (plain && !isFused(text.slice(at, end))) out.add(at, end, WORD)
    else new Piece(text, at, end, out).read()
    at = end
  }
}

/** One run of signs between spaces. */
class Piece {
  readonly #run: string
  constructor(
    readonly text: string,
    readonly from: number,
    readonly to: number,
    readonly out: TokenColumns,
  ) {
    this.#run = text.slice(from, to)
  }

  read(): void {
    const run = this.#run
    const mail = run.includes('@')
    const address = /^\W{0,9}(?:https?:|www\.)/i.test(run) || run.includes('://')
    const domain = /\.\w/.test(run)
    let at = 0
    while (at < run.length) {
      const end = (address && match(ADDRESS, run, at)) || (mail && match(MAIL, run, at)) || (domain && match(DOMAIN, run, at))
      if (end) this.#add(at, (at = end), WORD)
      else at = this.#token(at, match(TOKEN, run, at) || at + 1)
    }
  }

  /** Adds the token from `at` to `end`, with its full stop or in its parts; returns where the next begins. */
  #token(at: number, end: number): number {
    const run = this.#run
    const word = run.slice(at, end)
    const first = word.charCodeAt(0)
    if (/^(?:[.!?]+|…+)$/.test(word)) {
      this.#add(at, end, FINAL)
      return end
    }
    if (run[end] === '.' && (run[end + 1] !== '.' || run.length === end + 2) && this.#takesStop(word, end)) {
      this.#add(at, end + 1, ABBREVIATION)
      return end + 1
    }
    if (word.endsWith('.') && word.length > 1) {
      this.#add(at, end, ABBREVIATION)
      return end
    }
    if (run[end] === '&' && /^[A-Z]+$/.test(word)) {
      const more = /^&[A-Z]+/.exec(run.slice(end, end + 12))
      if (more !== null) {
        this.#add(at, end + more[0].length, WORD)
        return end + more[0].length
      }
    }
    let from = at
    if (isLetter(first) || first > 127) {
      for (const cut of cliticsOf(word)) {
        this.#add(from, at + cut, WORD)
        from = at + cut
      }
    }
    this.#add(from, end, WORD)
    return end
  }

  /** Whether the full stop after a word belongs to it. */
  #takesStop(word: string, end: number): boolean {
    const lower = word.toLowerCase()
    const last = this.to === this.text.length && end + 1 === this.#run.length
    if (lower === 'no' || lower === 'nos') return /^\s{0,3}\d/.test(this.text.slice(this.from + end + 1, this.from + end + 5))
    if (LEADING.has(lower)) return true
    const closes = last || (end + 1 === this.#run.length && /^\s*\n\s*\n/.test(this.text.slice(this.to, this.to + 16)))
    if (ABBREVIATIONS.has(lower)) return !closes
    return /^[A-Z]$/.test(word) && !closes
  }

  #add(from: number, to: number, kind: number): void {
    this.out.add(this.from + from, this.from + to, kind)
  }
}

function match(pattern: RegExp, run: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(run) ? pattern.lastIndex : 0
}
