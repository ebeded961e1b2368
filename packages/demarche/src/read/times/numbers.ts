import type { Symbols } from './symbols.js'

/** A number in words or figures; `some` where it is not told (“several”), undefined for no number. */
export type Count = number | 'some' | undefined

/** Reads `words`: `twenty five`, `2 1 / 2`, `two and a half`, `1,200`, `a couple of`, `several`. Halves are kept. */
export function readCount(words: readonly string[], symbols: Symbols): Count {
  if (words.some((word) => symbols.value(word, 'SOME') !== undefined)) return 'some'
  let total = 0
  let current = 0
  let seen = false
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (words[i + 2] === '/' && words[i + 3] !== undefined) {
      return Number(word) + Number(words[i + 1]) / Number(words[i + 3])
    }
    if (/^\d/.test(word)) current = Number(word.replaceAll(',', ''))
    else {
      const half = symbols.value(word, 'HALF')
      const power = symbols.value(word, 'POWER')
      const plain = symbols.value(word, 'ONES', 'TEENS', 'TENS', 'COUPLE')
      if (half !== undefined) current += Number(half)
      else if (power !== undefined) {
        const times = Number(power)
        if (times >= 1000) {
          total += (current || 1) * times
          current = 0
        } else current = (current || 1) * times
      } else if (plain !== undefined) current += Number(plain)
      // “a” counts one only where no number follows: “a hundred”, “and a half”.
      else if ((word === 'a' || word === 'an') && words.length === 1) current = 1
      else continue
    }
    seen = true
  }
  return seen ? total + current : undefined
}

/** A year in figures or words: `1994`, `nineteen ninety four`, `two thousand and one`. */
export function readYear(words: readonly string[], symbols: Symbols): number | undefined {
  if (words.length === 1 && /^\d+$/.test(words[0]!)) return Number(words[0])
  const [first, ...rest] = words.filter((word) => word !== '-')
  const century = first === undefined ? undefined : readCount([first], symbols)
  if (typeof century !== 'number') return undefined
  if (century === 2) {
    const more = readCount(rest.slice(1), symbols)
    return 2000 + (typeof more === 'number' ? more : 0)
  }
  const more = rest[0] === 'hundred' ? 0 : readCount(rest, symbols)
  return typeof more === 'number' ? century * 100 + more : undefined
}

/** A day of a month or a place in a row: `14`, `21st`, `eighth`, `twenty first`. */
export function readOrdinal(words: readonly string[], symbols: Symbols): number | undefined {
  let sum = 0
  for (const word of words) {
    if (/^\d/.test(word)) sum += Number.parseInt(word, 10)
    else sum += Number(symbols.value(word, 'ORD', 'TENS') ?? 0)
  }
  return sum > 0 ? sum : undefined
}
