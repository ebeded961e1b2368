import { expect, test } from 'vitest'
import { docFrom } from '../doc/index.js'
import { countIn } from './figures.js'

const count = (words: string): string => {
  const cells = words
    .split(' ')
    .map((word, i) => `${word}/${word.toLowerCase()}/${/^\d/.test(word) ? 'NUM' : 'NOUN'}/${i === 0 ? 0 : 1}/${i === 0 ? 'root' : 'dep'}`)
  const doc = docFrom(cells.join(' '))
  const found = countIn(doc, 0, doc.tokens.length)
  return found ? `${found.min ?? ''}..${found.max ?? ''}` : 'none'
}

test.each([
  ['over 6500 lives', '6500..'],
  ['at least 12 soldiers', '12..'],
  ['up to 20 people', '..20'],
  ['between 10 and 15 miners', '10..15'],
  ['10 to 15 miners', '10..15'],
  ['twenty - three villagers', '23..23'],
  ['two hundred and six monks', '206..206'],
  ['1.5 million people', '1500000..1500000'],
  ['40,000 refugees', '40000..40000'],
  ['dozens of farmers', '24..'],
  ['two dozen farmers', '24..24'],
  ['hundreds of sailors', '200..'],
  ['no fewer than five nurses', '5..'],
  ['a teacher', 'none'],
  ['no fighters', 'none'],
])('%s is %s', (words, bounds) => expect(count(words)).toBe(bounds))
