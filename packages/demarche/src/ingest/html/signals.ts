/** What class names, ids and roles of elements say. One bit each, in this order. */
export const SIGNALS: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'body',
    /article-?_?(?:body|content|text|copy)|(?:post|entry|story|page|body|main|blog|rich|single|news)-?_?(?:body|content|text|copy|article|post)|articlebody|\bprose\b|markdown|wysiwyg|richtext/,
  ],
  ['article', /article|\bpost\b|entry|story|hentry/],
  ['main', /\bmain\b|content|\btext\b/],
  ['comments', /comment|disqus|discussion|respond|replies/],
  ['share', /share|sharing|social|follow-|tweet|addtoany|facebook/],
  [
    'related',
    /relat|recommend|read-?_?(?:more|next|also)|more-|popular|trending|most-|latest|recirc|outbrain|taboola|similar|you-?may|suggest|next-?(?:post|article)|prev/,
  ],
  ['aside', /sidebar|side-bar|aside|\brail|widget|secondary|right-?col/],
  ['navigation', /\bnav|menu|breadcrumb|crumbs|pagination|pager|toc\b|table-of-contents|tabs?\b|jump|skip/],
  ['footer', /foot|copyright|legal|colophon/],
  ['header', /header|masthead|topbar|top-bar|hero|\btitle|headline|heading|banner/],
  ['signup', /newsletter|subscri|sign-?up|signin|login|register|paywall|premium|form|\bcta\b|call-?to/],
  ['advert', /\bads?\b|advert|sponsor|promo|banner-?ad|dfp|gpt|affiliate|\bad-/],
  ['notice', /cookie|consent|gdpr|disclaimer|disclosure|privacy|notice|popup|modal|overlay|alert|toast/],
  ['author', /author|byline|\bbio\b|contributor|writer|profile|about-/],
  ['meta', /\bmeta|date|time|published|tags?\b|tag-|categor|topic|label|stats|reading|info/],
  ['caption', /caption|credit|figure|photo|image|gallery|slide|video|media|embed/],
  ['list', /card|teaser|grid|list|item|tile|carousel|slider|archive|feed|loop/],
  ['faq', /faq|accordion|toggle|collaps/],
  ['summary', /summary|excerpt|dek\b|standfirst|subtitle|sub-?head|lead\b|intro|takeaway|abstract|deck/],
  ['quote', /quote|callout|highlight|\bbox\b/],
]

const HIDDEN = /display\s?:\s?none|visibility\s?:\s?hidden/i

/** The bits of one element. Class and id are cut at 300 characters. */
export function signalsOf(words: string): number {
  if (words === '') return 0
  const text = words.slice(0, 300).toLowerCase()
  let bits = 0
  for (let i = 0; i < SIGNALS.length; i++) if (SIGNALS[i]![1].test(text)) bits |= 1 << i
  return bits
}

/** Whether an element says that it is not shown. Pages that wait for their scripts hide articles too, so this is a sign, not a verdict. */
export const isHidden = (attributes: Readonly<Record<string, string>>): boolean =>
  'hidden' in attributes ||
  attributes['aria-hidden'] === 'true' ||
  (attributes['style'] !== undefined && HIDDEN.test(attributes['style'].slice(0, 300)))
