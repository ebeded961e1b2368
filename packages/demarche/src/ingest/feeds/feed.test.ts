import { expect, test } from 'vitest'
import { isProblem } from '../../text/index.js'
import { readFeed, type Feed } from './feed.js'
import { isJsonFeed, readJsonFeed } from './json-feed.js'

const first = ({ items }: Feed): unknown => items[0]

test('RSS 0.91 and 2.0: the longer content wins, the day is that of the item in its own time zone', () => {
  const old =
    '<rss version="0.91"><channel><title>Post</title><item><title>Ports close</title><link>http://a.example/1</link></item></channel></rss>'
  expect(readFeed(old, 'f')).toEqual({ title: 'Post', items: [{ uri: 'http://a.example/1', title: 'Ports close' }], addresses: [] })
  const now = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>Post &amp; Wire</title><link>http://a.example/</link><item><guid isPermaLink="false">g1</guid><link>http://a.example/1</link>
    <title>Ports &lt;b&gt;close&lt;/b&gt;</title><dc:creator>Ada Lind</dc:creator><pubDate>Tue, 05 Mar 2024 23:30:00 -0500</pubDate>
    <description>Short.</description><content:encoded><![CDATA[<p>The ports closed on Monday.</p>]]></content:encoded></item></channel></rss>`
  expect(readFeed(now, 'f')).toEqual({
    title: 'Post & Wire',
    items: [
      {
        id: 'g1',
        uri: 'http://a.example/1',
        title: 'Ports close',
        byline: 'Ada Lind',
        day: '2024-03-05',
        html: '<p>The ports closed on Monday.</p>',
      },
    ],
    addresses: [],
  })
})

test('RDF: items stand beside the channel', () => {
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="http://a.example/"><title>Wire</title></channel>
    <item rdf:about="http://a.example/7"><title>Envoy leaves</title><link>http://a.example/7</link><dc:date>2024-03-05T01:00:00+09:00</dc:date></item></rdf:RDF>`
  expect(readFeed(rdf, 'f')).toMatchObject({
    title: 'Wire',
    items: [{ id: 'http://a.example/7', title: 'Envoy leaves', day: '2024-03-05' }],
  })
})

test('Atom: the link of the article among others, markup as text and as elements, the name of the author alone', () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title><entry><id>tag:a.example,2024:1</id>
    <link rel="self" href="http://a.example/self"/><link rel="alternate" href="http://a.example/1"/>
    <title type="html">Talks &amp;amp; tolls</title><author><name>Ada Lind</name><email>a@a.example</email></author>
    <updated>2024-03-06T00:00:00Z</updated><published>2024-03-05T00:00:00Z</published>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They met &lt; twice.</p></div></content></entry></feed>`
  expect(first(readFeed(atom, 'f'))).toEqual({
    id: 'tag:a.example,2024:1',
    uri: 'http://a.example/1',
    title: 'Talks & tolls',
    byline: 'Ada Lind',
    day: '2024-03-05',
    html: '<div><p>They met &lt; twice.</p></div>',
  })
})

test('JSON Feed 1 and 1.1', () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Desk',
    items: [
      {
        id: 5,
        url: 'http://a.example/5',
        content_text: 'One < two.',
        date_published: '2024-03-05T10:00:00Z',
        authors: [{ name: 'A' }, { name: 'B' }],
      },
      'nonsense',
    ],
  }
  expect(isJsonFeed(feed)).toBe(true)
  expect(readJsonFeed(feed).items).toEqual([
    { id: '5', uri: 'http://a.example/5', byline: 'A, B', day: '2024-03-05', html: 'One &lt; two.' },
    {},
  ])
  expect(isJsonFeed({ items: [] })).toBe(false)
})

test('what is not well formed is read as far as it goes', () => {
  const broken = '<rss><channel><item><title>One & two</title><item><title>Three</title></channel>'
  expect(readFeed(broken, 'f').items.map(({ title }) => title)).toEqual(['One & two', 'Three'])
})

test('entities of the document type are not expanded, and no more than 20,000 items are read', () => {
  const bomb =
    '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&a;&x; b</title></item></channel></rss>'
  expect(first(readFeed(bomb, 'f'))).toEqual({ title: '&a;&x; b' })
  expect(readFeed(`<rss><channel>${'<item><title>t</title></item>'.repeat(20_050)}</channel></rss>`, 'f').items).toHaveLength(20_000)
})

test('sitemaps give addresses, maps of maps are told apart, and addresses of other schemes are passed over', () => {
  const map =
    '<urlset><url><loc> http://a.example/1 </loc><lastmod>2024-03-05</lastmod></url><url><loc>file:///etc/passwd</loc></url></urlset>'
  expect(readFeed(map, 'f').addresses).toEqual([{ uri: 'http://a.example/1', map: false, day: '2024-03-05' }])
  const index = '<sitemapindex><sitemap><loc>http://a.example/news.xml</loc></sitemap></sitemapindex>'
  expect(readFeed(index, 'f').addresses).toEqual([{ uri: 'http://a.example/news.xml', map: true }])
})

test('without a feed in it, the reason is told', () => {
  let fault: unknown
  try {
    readFeed('<html><body>Nothing</body></html>', 'page.xml')
  } catch (error) {
    fault = isProblem(error) ? error.fault : error
  }
  expect(fault).toMatchObject({ reason: 'not-feed', place: 'page.xml' })
})
