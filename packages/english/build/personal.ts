import { readFileSync } from 'node:fs'
import { Problem } from 'demarche/text'

/** Compiles `lexicon/personal.txt`: words between blanks. Throws a `Problem` for what is no word of letters and apostrophes, and where there is none. */
export function buildPersonal(sources: URL): readonly string[] {
  const file = new URL('lexicon/personal.txt', sources)
  const lines = readFileSync(file, 'utf8').split('\n')
  const words = lines.flatMap((line) => (line.startsWith('#') ? [] : line.split(/\s+/).filter((word) => word !== '')))
  const wrong = words.find((word) => !/^[A-Za-z']+$/.test(word))
  if (wrong !== undefined || words.length === 0)
    throw new Problem({
      reason: 'bad-table',
      place: file.pathname,
      fault: wrong === undefined ? 'holds no word' : `“${wrong}” is no word`,
      cure: 'give words of letters and apostrophes between blanks',
    })
  return words
}
