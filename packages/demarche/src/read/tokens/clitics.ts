/** Words written as one that are two, and where the second begins. */
const FUSED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  ['lemme', 3],
  ['gimme', 3],
  ['dunno', 2],
  ...['isnt', 'dont', 'didnt', 'doesnt', 'wasnt', 'arent', 'havent', 'hasnt', 'couldnt', 'wouldnt', 'shouldnt'].map(
    (it) => [it, it.length - 2] as const,
  ),
  ...['cant', 'wont'].map((it) => [it, 2] as const),
])

const LONGEST_FUSED = 8

/**
 * Where a word divides into words: `do|n't`, `Armenia|'s`, `they|'ll|'ve`, `can|not`. Offsets within the word, in order; none for a plain word.
 * Each piece keeps its own letters, so nothing is spelled out: `ca|n't`, not `can not`.
 */
export function cliticsOf(word: string): number[] {
  const lower = word.toLowerCase()
  if (lower.length <= LONGEST_FUSED) {
    const at = FUSED.get(lower)
    if (at !== undefined) return [at]
  }
  const cuts: number[] = []
  let end = lower.length
  while (end > 1) {
    const mark = Math.max(lower.lastIndexOf("'", end - 1), lower.lastIndexOf('’', end - 1))
    if (mark < 1) break
    const tail = lower.slice(mark + 1, end)
    if (tail === 't' && mark > 1 && lower[mark - 1] === 'n') {
      cuts.unshift(mark - 1)
      break
    }
    if (tail === '' ? lower[mark - 1] !== 's' : !/^(?:s|m|d|re|ve|ll)$/.test(tail)) break
    cuts.unshift(mark)
    end = mark
  }
  return cuts
}

/** True of a word that a plain run of letters may hide two words in. */
export const isFused = (word: string): boolean => word.length <= LONGEST_FUSED && word.length > 3 && FUSED.has(word.toLowerCase())
