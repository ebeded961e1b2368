import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleFromHtml, articleFromText } from './index.js'

const A =
  'The governments of Norland and Westmark signed a protocol on Tuesday under which both will reopen their embassies before the end of the year.'
const B =
  'The foreign ministers, who had not met since the spring, said that a joint commission would mark the border and report to both parliaments.'
const C =
  'Opposition leaders in both countries criticised the text, saying that it left the fate of three villages to a later round of talks.'
const PAGE = `<!doctype html><html lang="en"><head><title>Norland and Westmark sign protocol | Daily Post</title>
<meta property="og:site_name" content="Daily Post"><link rel="canonical" href="/world/protocol">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Norland and Westmark sign protocol","datePublished":"2024-03-05T23:30:00-05:00","author":[{"@type":"Person","name":"Ada Lind"}]}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav><div id="cookie-banner">We use cookies. Accept all</div>
<article class="post"><h1>Norland and Westmark sign protocol</h1><div class="share-bar"><a href="#">Share on Facebook</a></div>
<div class="article-body"><p>${A}</p><div class="related-links"><h4>Read also</h4><ul><li><a href="/1">Storm closes the northern ports</a></li><li><a href="/2">Bank keeps its rate unchanged</a></li></ul></div><p>${B}</p><p>${C} <b>It</b>&nbsp;begins in May.</p></div></article>
<aside class="sidebar"><h3>Most read</h3><a href="/3">Mayor of the old town resigns after vote</a></aside><footer>© 2024 Daily Post. All rights reserved.</footer></body></html>`

const kept = (html: string): string => {
  const { text, removed } = articleFromHtml(html, 'https://post.example/x')
  return removed
    .toReversed()
    .reduce((out, { span }) => out.slice(0, span.from) + out.slice(span.to), text)
    .replace(/\n{2,}/g, '\n\n')
    .trim()
}

test('the body is kept, what stands around and in it goes, each with a reason', () => {
  const body = kept(PAGE)
  for (const part of [A, B, C]) expect(body).toContain(part)
  for (const part of ['Home', 'cookies', 'Facebook', 'Storm', 'Bank', 'Mayor', '©']) expect(body).not.toContain(part)
  const { removed, text, related } = articleFromHtml(PAGE)
  expect(Object.fromEntries(removed.map(({ span, why }) => [text.slice(span.from, span.to), why]))).toMatchObject({
    Home: 'navigation',
    'Share on Facebook': 'share',
    'Storm closes the northern ports': 'headline-list',
  })
  expect(related).toContain('Bank keeps its rate unchanged')
})

test('title, byline, publisher, day in its own time zone, address, language', () => {
  expect(articleFromHtml(PAGE, 'https://post.example/x')).toMatchObject({
    title: 'Norland and Westmark sign protocol',
    byline: 'Ada Lind',
    publisher: 'Daily Post',
    published: { day: '2024-03-05', basis: 'page' },
    uri: 'https://post.example/world/protocol',
    language: 'en',
  })
})

test('a page without data for machines', () => {
  const page = PAGE.replace(/<script[\s\S]*?<\/script>/, '').replace(
    '<div class="share-bar">',
    '<p class="byline">By Ada Lind</p><time datetime="2024-03-06">6 March</time><div class="share-bar">',
  )
  expect(articleFromHtml(page)).toMatchObject({
    title: 'Norland and Westmark sign protocol',
    byline: 'Ada Lind',
    published: { day: '2024-03-06' },
  })
})

const markup = fc.array(
  fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="constructor">',
      '</div>',
      '<a href=x>',
      '</a>',
      '<br>',
      '<li>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '&amp;',
      '&#x0;',
      '<__proto__>',
      '<td>',
      '<title>',
      '<h1>',
    ),
    fc.string(),
  ),
)

test('any markup gives spans in order, inside the text', () => {
  fc.assert(
    fc.property(markup, (parts) => {
      const { text, removed } = articleFromHtml(parts.join(''))
      let at = 0
      for (const { span } of removed) {
        expect(span.from >= at && span.to > span.from && span.to <= text.length).toBe(true)
        at = span.to
      }
    }),
    { numRuns: 80 },
  )
})

test('any text comes back as it was, with spans in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('Trending stories', '- 1 A B C D', 'Read also', '\n', A))),
      (parts) => {
        const given = parts.join('\n')
        const { text, removed } = articleFromText(given)
        expect(text).toBe(given)
        let at = 0
        for (const { span } of removed) {
          expect(span.from >= at && span.to > span.from && span.to <= text.length).toBe(true)
          at = span.to
        }
      },
    ),
    { numRuns: 80 },
  )
})
