import { expect, test } from 'vitest'
import { articleFromHtml } from '../article-html.js'
import type { ArticleRow } from '../../spec/index.js'

// What a page shows its readers beside the heading, where it tells machines nothing or something else.

const PROSE =
  'The two harbour towns will share one pilot service from spring on, their councils agreed after a year of talks about tides, tolls and the ferry that links them.'
const page = (head: string, heading: string, rest = ''): string =>
  `<html><head>${head}</head><body><nav><a href="/">Home</a></nav><main>${heading}<p>${PROSE}</p><p>${PROSE.replace('spring', 'autumn')}</p>${rest}</main></body></html>`
const read = (html: string): ArticleRow => articleFromHtml(html, 'https://courier.example/pilots')

test.each([
  ['<p>By Ada Lind</p>', 'Ada Lind'],
  ['<p>March 15, 2022 · 3 min read · By Norland Institute</p>', 'Norland Institute'],
  ['<p>Written by Ada Lind and Jon Moe on May 3, 2021</p>', 'Ada Lind and Jon Moe'],
  ['<p>03/14/2017 by Ada Lind</p>', 'Ada Lind'],
  ['<p>Posted by Ada Lind, May 4, 2021</p>', 'Ada Lind'],
  ['<div class="author-name">Ada Lind</div>', 'Ada Lind'],
  ['<p>Ada Lind | Senior Writer | July 2, 2025</p><p>More from Ada Lind</p>', 'Ada Lind'],
])('the byline that %s shows', (line, byline) => {
  expect(read(page('', `<h1>Two towns share their pilots</h1>${line}`)).byline).toBe(byline)
})

test('a line at the end says who wrote it, where it is the only one', () => {
  const heading = '<h1>Two towns share their pilots</h1>'
  const long = `<p>${PROSE}</p>`.repeat(14)
  expect(read(page('', heading, `${long}<p>This post was written by Ada Lind, head of pilots</p>`)).byline).toBe('Ada Lind')
  expect(read(page('', heading, `${long}<p>Written by Ada Lind</p><p>Written by Jon Moe</p>`)).byline).toBeUndefined()
})

test.each(['<p>Share This</p>', '<p>Read More</p>', '<p>Old Harbour</p>', '<p>NEWS DESK</p>'])('%s is no byline', (line) => {
  expect(read(page('', `<h1>Two towns share their pilots</h1>${line}`)).byline).toBeUndefined()
})

const STATED = '<meta property="article:published_time" content="2024-06-02T03:00:00Z">'
test('the day beside the heading is that of publication, unless it is said to be that of a change', () => {
  const day = (line: string): string | undefined => read(page(STATED, `<h1>Two towns share their pilots</h1>${line}`)).published?.day
  expect(day('<p>June 1, 2024</p>')).toBe('2024-06-01')
  expect(day('<p>Updated June 9, 2024</p>')).toBe('2024-06-02')
  expect(day('')).toBe('2024-06-02')
})

test.each([
  ['Two towns share their pilots | Courier', 'Two towns share their pilots Posted on July 1, 2024 by desk', 'Two towns share their pilots'],
  ['Two towns share their pilots', 'News: Two towns share their pilots', 'Two towns share their pilots'],
  ['Two towns share their pilots - Harbour Notes', 'Harbour Notes', 'Two towns share their pilots'],
  ['Two towns | courier.com', '', 'Two towns'],
])('the title of a page named “%s” with the heading “%s”', (named, heading, title) => {
  expect(read(page(`<title>${named}</title>`, heading ? `<h1>${heading}</h1>` : '')).title).toBe(title)
})

test('a slogan as heading gives way to what the page calls itself twice', () => {
  const names = '<title>How two towns share pilots</title><meta property="og:title" content="How two towns share pilots">'
  expect(read(page(names, '<h1>Welcome to our brand new website</h1>')).title).toBe('How two towns share pilots')
})
