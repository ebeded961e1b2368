import { CONTEXT_FEATURES } from '../lines/matrix.js'
import { FLAG } from './flags.js'
import { SIGNALS } from './signals.js'

/** Tags that are told apart; all others are one. */
export const TAGS = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'td',
  'th',
  'blockquote',
  'figcaption',
  'pre',
  'dt',
  'dd',
  'div',
  'section',
  'article',
  'button',
  'summary',
  'footer',
  'header',
  'aside',
  'nav',
  'body',
]
export const FLAG_NAMES = Object.keys(FLAG) as (keyof typeof FLAG)[]
const OTHER = [
  'tag',
  'tag above',
  'tag above that',
  'links',
  'link words',
  'bold',
  'depth',
  'siblings',
  'parent words',
  'parent links',
  'parent prose',
  'parent blocks',
  'above words',
  'above links',
  'above prose',
  'above blocks',
  'since h1',
  'like title',
  'in body data',
  'link before',
  'link after',
  'tag before',
  'tag after',
  'same above before',
  'same above after',
  'main share',
]
/** The columns of a block's features, in the order that the trained model knows. */
export const PAGE_FEATURES: readonly string[] = [
  ...CONTEXT_FEATURES,
  ...OTHER,
  ...FLAG_NAMES.map((name) => `in ${name}`),
  ...SIGNALS.map(([name]) => `signal ${name}`),
]
