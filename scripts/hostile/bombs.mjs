// Made inputs that are small to write down and dear to read: each is a function of a number of repetitions.

const SENTENCE = 'The foreign ministry of Armenia said on Tuesday that it had recalled its ambassador from Belarus for talks. '
/** A text repeated and cut to a length in characters. */
const filled = (unit, length) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
const page = (body) => `<!doctype html><html><head><title>t</title></head><body>${body}`
const article = (body) => page(`<article><h1>Envoy recalled</h1>${body}</article>`)
const CHANNEL = '<title>t</title><link>http://feed.example/</link><description>d</description>'
const rss = (items, before = '') => `<?xml version="1.0"?>${before}<rss version="2.0"><channel>${CHANNEL}${items}</channel></rss>`
const many = (n, write) => Array.from({ length: n }, (_, i) => write(i)).join('')

/** Runs of characters and words: name, unit that is repeated. */
const RUNS = {
  letter: 'a',
  digit: '1',
  dot: '.',
  space: ' ',
  newline: '\n',
  'carriage return': '\r',
  tab: '\t',
  nul: '\0',
  hyphened: 'a-',
  apostrophes: "it's'",
  commas: 'Armenia, ',
  weekdays: 'Monday ',
  durations: '1 day ',
  'joined durations': '1 hour and ',
  'open ranges': 'May 1 - ',
  clocks: '12:',
  fractions: '1/',
  figures: '1 ',
  acronyms: 'A.B.C. ',
  titles: 'Mr. ',
  'open quotations': '"(',
  'curly quotations': '“',
  'closed quotations': '“No,” he said. ',
  'nested brackets': '([{',
  addresses: 'http://a.',
  mails: 'a@',
  'combining marks': 'a\u0301',
  'only marks': '\u0301',
  'joined emoji': '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} ',
  'high surrogates': '\ud800',
  'low surrogates': '\udc00',
  'right to left marks': '\u202e\u2066',
  'zero width': '\u200b',
  'no-break spaces': '\u00a0',
  bullets: '- \n',
  'numbered lines': '1. x\n',
  'read also': 'Read also: Envoy recalled from Minsk after talks\n',
  'short paragraphs': 'Envoy left.\n\n',
  'same paragraph': `${SENTENCE}\n\n`,
  'verbs in a row': 'said that he said that ',
  'of of': 'the head of ',
  'and and': 'Armenia and Belarus and ',
  'names in a row': 'Nikol Pashinyan Alexander Lukashenko ',
  prose: SENTENCE,
  'no stops': 'armenia recalled its ambassador from belarus ',
  capitals: 'ARMENIA RECALLED ITS AMBASSADOR. ',
  semicolons: 'Armenia recalled its ambassador; ',
  'conjoined clauses': 'Armenia recalled its ambassador and ',
}

/** Markup: name, what n repetitions give. */
const MARKUP = {
  'nested blocks': (n) => page('<div>'.repeat(n) + SENTENCE),
  'nested blocks, closed': (n) => page('<div>'.repeat(n) + SENTENCE + '</div>'.repeat(n)),
  'nested bold': (n) => page(`<p>${'<b>'.repeat(n)}${SENTENCE}`),
  'misnested fonts': (n) => page('<p><font color=red><b>x'.repeat(n)),
  'nested tables': (n) => page('<table>'.repeat(n)),
  'tables with text': (n) => page('<table><tr><td>x'.repeat(n)),
  'links around blocks': (n) => page('<a href=/x><div>'.repeat(n)),
  options: (n) => page('<select><option>'.repeat(n)),
  'list items': (n) => page(`<ul>${'<li>x'.repeat(n)}`),
  'open angles': (n) => '<'.repeat(n),
  'close tags': (n) => page('</p></div>'.repeat(n)),
  'many attributes': (n) => page(`<div ${many(n, (i) => `a${i}=1 `)}>${SENTENCE}`),
  'same attribute': (n) => page(`<div ${'a=1 '.repeat(n)}>${SENTENCE}`),
  'long attribute': (n) => page(`<div class="${'x '.repeat(n)}">${SENTENCE}`),
  'open attribute': (n) => page(`<a href="${'x'.repeat(n)}`),
  'broken references': (n) => page('&#'.repeat(n)),
  references: (n) => page(`<p>${'&#65;'.repeat(n)}</p>`),
  'named references': (n) => page(`<p>${'&CounterClockwiseContourIntegral;'.repeat(n)}</p>`),
  'one paragraph': (n) => article(`<p>${filled(SENTENCE, n)}</p>`),
  paragraphs: (n) => article(`<p>${SENTENCE}</p>`.repeat(n)),
  'own paragraphs': (n) => article(many(n, (i) => `<p>${i} ${SENTENCE}</p>`)),
  'linked paragraphs': (n) => article(`<p><a href="/x">${SENTENCE}</a></p>`.repeat(n)),
  siblings: (n) => page(`<div>${SENTENCE}</div>`.repeat(n)),
  'short blocks': (n) => article(many(n, (i) => `<p>Block ${i} is here.</p>`)),
  cards: (n) => page(many(n, (i) => `<article><h2><a href="/${i}">Envoy ${i} recalled</a></h2><p>${SENTENCE}</p></article>`)),
  breaks: (n) => page(`<div>${'x<br><br>'.repeat(n)}</div>`),
  spans: (n) => page('<span>one two </span>'.repeat(n)),
  comment: (n) => `<!--${'-'.repeat(n)}`,
  comments: (n) => page('<!-- x -->'.repeat(n)),
  script: (n) => `<script>${'x'.repeat(n)}`,
  'data for machines': (n) => page(`<script type="application/ld+json">${'['.repeat(n)}</script><p>${SENTENCE}</p>`),
  'data for machines, wide': (n) =>
    page(`<script type="application/ld+json">[${'{"@type":"NewsArticle"},'.repeat(n)}{}]</script><p>${SENTENCE}</p>`),
  'many metas': (n) => `<html><head>${many(n, (i) => `<meta property="og:title" content="t${i}">`)}</head><body><p>${SENTENCE}</p>`,
  'nuls in paragraphs': (n) => page('<p>\0'.repeat(n)),
}

/** Feeds: name, what n repetitions give. */
const FEEDS = {
  'billion laughs': (n) =>
    rss(
      '<item><title>&l9;</title></item>',
      `<!DOCTYPE r [<!ENTITY l0 "lol">${many(9, (i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(Math.min(n, 10))}">`)}]>`,
    ),
  'quadratic entity': (n) => rss(`<item><title>${'&a;'.repeat(n)}</title></item>`, `<!DOCTYPE r [<!ENTITY a "${'A'.repeat(n)}">]>`),
  'outer entity': () => rss('<item><title>&a;</title></item>', '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
  'parameter entity': () => rss('<item><title>x</title></item>', '<!DOCTYPE r [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd">%a;]>'),
  'feed of references': (n) => rss(`<item><title>${'&#65;'.repeat(n)}</title></item>`),
  'nested in an item': (n) => rss(`<item>${'<a>'.repeat(n)}x${'</a>'.repeat(n)}</item>`),
  'open in an item': (n) => rss(`<item>${'<a>'.repeat(n)}`),
  'many items': (n) =>
    rss(
      many(n, (i) => `<item><title>Envoy ${i}</title><link>http://feed.example/${i}</link><description>${SENTENCE}</description></item>`),
    ),
  'empty items': (n) => rss('<item/>'.repeat(n)),
  'large data': (n) => rss(`<item><title>x</title><description><![CDATA[${filled(SENTENCE, n)}]]></description></item>`),
  'open data': (n) => rss(`<item><title>x</title><description><![CDATA[${'<![CDATA['.repeat(n)}`),
  prototypes: () =>
    rss('<__proto__><polluted>1</polluted></__proto__><item><title>x</title><constructor><prototype>1</prototype></constructor></item>'),
  'attributes of a feed': (n) => `<?xml version="1.0"?><rss ${many(n, (i) => `a${i}="1" `)}><channel>${CHANNEL}</channel></rss>`,
  'name spaces': (n) => `<?xml version="1.0"?><rss ${many(n, (i) => `xmlns:n${i}="u${i}" `)}><channel>${CHANNEL}</channel></rss>`,
  'angles in a title': (n) => rss(`<item><title>${'<'.repeat(n)}</title></item>`),
  'comments in a channel': (n) => rss('<!--'.repeat(n)),
  'open document type': (n) => `<!DOCTYPE ${'['.repeat(n)}`,
  instructions: (n) => `<?xml version="1.0"?>${'<?x '.repeat(n)}`,
}

const LARGE = 15_000_000
const MIDDLE = 100_000
/** Repetitions that give about so many characters. */
const bySize = (make, size) => Math.max(1, Math.floor(size / Math.max(1, (make(1000).length - make(0).length) / 1000)))

/** All bombs of a size in characters: `{name, kind: 'text' | 'markup' | 'feed', text}`, one at a time, for some are large. */
export function* bombs(size = MIDDLE) {
  for (const [name, unit] of Object.entries(RUNS)) yield { name, kind: 'text', text: filled(unit, size) }
  for (const [kind, all] of [
    ['markup', MARKUP],
    ['feed', FEEDS],
  ])
    for (const [name, make] of Object.entries(all)) {
      // An entity of n letters that stands n times is a square: the root gives the size.
      const n = name === 'quadratic entity' ? Math.floor(size / 4) : bySize(make, size)
      yield { name, kind, text: make(n) }
    }
}
export const SIZES = { middle: MIDDLE, large: LARGE }
