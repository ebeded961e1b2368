import { cueOf, type Why } from '../lines/cues.js'
import { whyOfCue } from '../lines/why.js'
import type { Analysis } from './analyse.js'
import { FLAG } from './flags.js'
import { SIGNALS } from './signals.js'

const BY_SIGNAL: readonly (readonly [signal: string, why: Why])[] = [
  ['comments', 'comments'],
  ['share', 'share'],
  ['advert', 'advert'],
  ['notice', 'notice'],
  ['signup', 'signup'],
  ['caption', 'caption'],
  ['related', 'headline-list'],
  ['author', 'author-box'],
  ['navigation', 'navigation'],
  ['footer', 'navigation'],
  ['meta', 'byline'],
  ['aside', 'navigation'],
  ['header', 'navigation'],
]
const BIT = new Map(SIGNALS.map(([name], i) => [name, 1 << i]))

/** Why a block of a page is not its article: what it says, then what its own containers say of themselves, then where it stands. */
export function whyOfBlock({ blocks, containers }: Pick<Analysis, 'blocks' | 'containers'>, i: number): Why {
  const block = blocks[i]!
  const cue = whyOfCue(cueOf(block.text))
  if (cue && cue !== 'navigation' && cue !== 'byline') return cue
  const own = containers[block.at]!
  if (own.name === 'h1') return 'title'
  if (own.name === 'figcaption') return 'caption'
  let signals = 0
  for (let at = block.at, level = 0; at >= 0 && level < 6; at = containers[at]!.up, level++) signals |= containers[at]!.signals
  const list = block.linkWords * 2 > block.words && block.words >= 4
  if (own.flags & FLAG.nav) return 'navigation'
  const said = BY_SIGNAL.find(([signal]) => signals & (BIT.get(signal) ?? 0))?.[1]
  if (said && !(list && said === 'navigation')) return said
  if (list) return 'headline-list'
  if (own.flags & (FLAG.footer | FLAG.header | FLAG.aside)) return 'navigation'
  if (own.flags & FLAG.figure) return 'caption'
  return cue ?? (block.linkWords * 2 > block.words ? 'navigation' : own.flags & FLAG.table ? 'table' : 'other')
}
