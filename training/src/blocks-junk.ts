import { draw, drawRun, type Pool } from './blocks-pool.js'
import * as say from './blocks-phrases.js'
import { MORE } from './blocks-phrases-more.js'

// Junk as it stands inside scraped articles, made of headlines, sentences and boilerplate of other pages and of phrases of our own.

export interface Maker {
  readonly pool: Pool
  /** The page that the junk is for; none of it comes from there. */
  readonly page: number
  readonly next: () => number
  /** Training and measuring use different phrases. */
  readonly part: 'train' | 'measure'
}

const one = <T>({ next }: Maker, items: readonly T[]): T => items[Math.floor(next() * items.length)]!
/** The phrases of our part: each fourth of a list is for measuring, the rest and what `MORE` adds for training. */
export const phrasesOf = (part: Maker['part'], list: readonly string[]): readonly string[] =>
  part === 'measure' ? list.filter((_, i) => i % 4 === 3) : [...list.filter((_, i) => i % 4 !== 3), ...(MORE.get(list) ?? [])]
const phrase = (m: Maker, list: readonly string[]): string => fill(m, one(m, phrasesOf(m.part, list)))
const chance = ({ next }: Maker, share: number): boolean => next() < share
const many = ({ next }: Maker, least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
const headline = (m: Maker): string => draw(chance(m, 0.5) ? m.pool.titles : m.pool.links, m.page, m.next)?.text ?? 'More of the Day'
const sentence = (m: Maker): string => draw(m.pool.sentences, m.page, m.next)?.text ?? 'The council meets again on Monday.'
const author = (m: Maker): string => draw(m.pool.authors, m.page, m.next)?.text ?? 'Anna Holm'
const days = (m: Maker): string =>
  one(m, [
    `${many(m, 1, 28)} ${one(m, say.MONTHS)} ${many(m, 2012, 2026)}`,
    `${one(m, say.MONTHS)} ${many(m, 1, 28)}, ${many(m, 2012, 2026)}`,
    `${many(m, 2, 23)} hours ago`,
    `${many(m, 2, 6)} days ago`,
    `${many(m, 3, 12)} min read`,
  ])
const fill = (m: Maker, phrase: string): string =>
  phrase
    .replaceAll('{name}', () => author(m))
    .replaceAll('{site}', () => one(m, say.SITES))
    .replaceAll('{topic}', () => one(m, say.TOPICS))
    .replaceAll('{day}', () => days(m))
    .replaceAll('{n}', () => String(many(m, 2, 240)))
const phrases = (m: Maker, list: readonly string[], least: number, most: number): string[] =>
  Array.from({ length: many(m, least, most) }, () => phrase(m, list))

function headlines(m: Maker): string[] {
  const mark = one(m, ['', '', '', '- ', '• ', 'n', '- n'])
  const shout = chance(m, 0.08)
  const dated = chance(m, 0.15)
  return Array.from({ length: many(m, 2, 7) }, (_, i) => {
    const text = headline(m)
    return `${mark.replace('n', `${i + 1} `)}${shout ? text.toUpperCase() : text}${dated ? ` ${days(m)}` : ''}`
  })
}

const teasers = (m: Maker): string[] =>
  Array.from({ length: many(m, 1, 4) }, () => [
    headline(m),
    ...(chance(m, 0.3) ? [days(m)] : []),
    chance(m, 0.4)
      ? `${sentence(m)
          .slice(0, many(m, 70, 160))
          .replace(/\s+\S*$/, '')}${one(m, ['...', '…', ' [...]'])}`
      : sentence(m),
    ...(chance(m, 0.4) ? [one(m, ['Read more', 'Read More »', 'Continue reading', 'Full story', 'More'])] : []),
  ]).flat()

/** All kinds of junk, by name. `run` is boilerplate of a real page, word for word. */
export const JUNK: Readonly<Record<string, (maker: Maker) => string[]>> = {
  run: (m) => drawRun(m.pool, m.page, 12, m.next),
  'headline list': (m) => [phrase(m, say.LIST_HEADS), ...headlines(m)],
  'headlines alone': headlines,
  'read also': (m) =>
    chance(m, 0.6)
      ? Array.from({ length: many(m, 1, 2) }, () => `${phrase(m, say.READ_ALSO)}${one(m, [': ', ' | ', ' – ', ': ', ' '])}${headline(m)}`)
      : [phrase(m, say.READ_ALSO) + one(m, ['', ':']), headline(m)],
  teasers,
  caption: (m) => [
    chance(m, 0.75) ? `${chance(m, 0.7) ? sentence(m) : headline(m)}${phrase(m, say.CREDITS)}` : phrase(m, say.CREDITS_ALONE),
  ],
  advert: (m) => phrases(m, say.ADVERTS, 1, 2),
  signup: (m) => phrases(m, say.SIGNUPS, 1, 3),
  notice: (m) => phrases(m, say.NOTICES, 1, 2),
  share: (m) => phrases(m, say.SHARES, 1, 4),
  tags: (m) => [
    `${one(m, ['Tags', 'Topics', 'Filed under', 'More on', 'Related Topics', 'In this article', 'Keywords'])}${one(m, [': ', ' ', ':  '])}${Array.from({ length: many(m, 2, 7) }, () => one(m, say.TOPICS)).join(one(m, [', ', ' | ', ' ', ' · ']))}`,
  ],
  comments: (m) => [
    ...phrases(m, say.COMMENT_HEADS, 0, 1),
    ...Array.from({ length: many(m, 1, 3) }, () => [
      one(m, [author(m), `${author(m)} ${days(m)}`, `${author(m)} says:`]),
      phrase(m, say.COMMENTS),
      ...(chance(m, 0.6) ? ['Reply'] : []),
    ]).flat(),
  ],
  'author box': (m) => phrases(m, say.AUTHORS, 1, 1),
  paywall: (m) => phrases(m, say.PAYWALLS, 1, 2),
  navigation: (m) => Array.from({ length: many(m, 3, 9) }, () => phrase(m, say.MENU)),
  byline: (m) => phrases(m, say.BYLINES, 1, 2),
}
