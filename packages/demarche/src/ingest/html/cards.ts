import type { Block, Container, Page } from './page.js'

/** A card holds less than this; a list of cards has at least so many. */
const MAX_CARD_WORDS = 110
const MIN_CARDS = 4

/**
 * The containers that are cards: four or more siblings alike in name and class words, short, nearly all with a line that is wholly a link. Lists of other articles
 * with a heading and a few sentences each are made so, and a classifier of blocks takes their sentences for prose.
 */
export function cardsOf({ blocks, containers }: Page): ReadonlySet<number> {
  const linked = new Set<number>()
  for (const block of blocks) {
    if (block.words < 3 || block.linkWords * 10 < block.words * 8) continue
    for (let at = block.at, level = 0; at > 0 && level < 6 && !linked.has(at); at = containers[at]!.up, level++) linked.add(at)
  }
  const groups = new Map<string, number[]>()
  for (let i = 1; i < containers.length; i++) {
    const { up, name, signals, words } = containers[i]!
    if (words === 0 || name === 'p' || name === 'tr' || name === 'td') continue
    const key = `${up} ${name} ${signals}`
    const group = groups.get(key)
    if (group) group.push(i)
    else groups.set(key, [i])
  }
  const cards = new Set<number>()
  for (const group of groups.values()) {
    const short = group.filter((i) => containers[i]!.words <= MAX_CARD_WORDS && containers[i]!.words >= 8)
    const alike = short.filter((i) => linked.has(i))
    if (alike.length >= MIN_CARDS && short.length * 10 >= group.length * 8 && alike.length * 10 >= short.length * 8)
      for (const i of short) cards.add(i)
  }
  return cards
}

/** Whether a block stands in a card. */
export function inCard(cards: ReadonlySet<number>, containers: readonly Container[], block: Block): boolean {
  for (let at = block.at, level = 0; at > 0 && level < 10; at = containers[at]!.up, level++) if (cards.has(at)) return true
  return false
}
