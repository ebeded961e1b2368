import { expect, test } from 'vitest'
import { articleFromHtml } from '../article-html.js'
import { NO_LEXICON } from '../lines/lexicon.js'
import { analysePage } from './analyse.js'
import { PAGE_FEATURES } from './feature-names.js'

// What a page states for machines, in each of the three ways, and how the stated body is laid over the page's blocks.

const A = 'The two ministers signed the protocol on Tuesday, and the border posts will open again before the first snow of the year.'
const B = 'Carriers on both sides had asked for that since spring, when the road through the pass was closed to all but local traffic.'
const page = (head: string, body: string): string =>
  `<html><head><title>Border opens | Daily Post</title>${head}</head><body>${body}</body></html>`
const C = 'Under its terms a joint commission is to meet in the valley every second month and to hear the mayors of the villages there.'
const BODY = `<main>${[A, B, C].map((it) => `<p>${it}</p>`).join('')}</main>`
const ld = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`

test.each<readonly [string, string]>([
  [
    'JSON-LD, inside a graph and beside other kinds of things',
    page(
      ld({
        '@graph': [
          { '@type': 'WebSite', name: 'Home', datePublished: '1999-01-01' },
          { '@type': ['NewsArticle'], headline: 'Border opens', datePublished: '2024-03-05T23:30:00-05:00', author: { name: 'Ada Lind' } },
        ],
      }),
      BODY,
    ),
  ],
  [
    'OpenGraph',
    page(
      '<meta property="og:title" content="Border opens"><meta property="article:published_time" content="2024-03-05T23:30:00-05:00"><meta name="author" content="Ada Lind">',
      BODY,
    ),
  ],
  [
    'microdata',
    page(
      '',
      `<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Border opens</h1><span itemprop="author">Ada Lind</span><time itemprop="datePublished" datetime="2024-03-05T23:30:00-05:00">5 March</time><div itemprop="articleBody"><p>${A}</p><p>${B}</p></div></article>`,
    ),
  ],
])('%s', (_, html) => {
  expect(articleFromHtml(html)).toMatchObject({
    title: 'Border opens',
    byline: 'Ada Lind',
    published: { day: '2024-03-05', basis: 'page' },
  })
})

test('damaged data for machines costs nothing but itself', () => {
  const { text, published } = articleFromHtml(page('<script type="application/ld+json">{"@type":"NewsArticle",</script>', BODY))
  expect([text.includes(A), published ?? null]).toEqual([true, null])
})

test('the stated body is laid over the blocks of the page: each knows how much of it stands there', () => {
  const other = 'Growers in the south count on a late harvest, for the rain of the last weeks has kept the fruit from ripening.'
  const html = page(ld({ '@type': 'NewsArticle', articleBody: [A, B, C].join('\n\n') }), `<p>${other}</p>${BODY}`)
  const { blocks, matrix } = analysePage(html, NO_LEXICON)
  const column = PAGE_FEATURES.indexOf('in body data')
  expect(blocks.map(({ text }, i) => [text, matrix.values[i * matrix.width + column]])).toEqual([
    [other, expect.toSatisfy((share: number) => share < 30)],
    [A, 100],
    [B, 100],
    [C, 100],
  ])
})
