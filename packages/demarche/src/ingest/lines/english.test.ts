import { expect, test } from 'vitest'
import { articleFromText } from '../article-text.js'
import { blockModels } from '../models.js'
import { englishWords, isEnglish } from './english.js'
import { wordsOf } from './words.js'

const english = (line: string): boolean => isEnglish(wordsOf(line).bare, blockModels())

test.each([
  'Sign up for our newsletter and get the news every morning',
  'The minister said that talks would go on',
  'Read more about this',
])('%s is English', (line) => expect(english(line)).toBe(true))
test.each([
  'Die Außenministerin sagte am Montag, die Gespräche würden in der kommenden Woche fortgesetzt',
  'Il ministro degli esteri ha detto che i colloqui continueranno la prossima settimana',
  'O ministro disse que as conversas vão continuar na próxima semana',
  '外相は月曜日、協議を続けると述べた',
  '1 2 3',
])('%s is not', (line) => expect(english(line)).toBe(false))

test('words are told apart where a line changes its language', () => {
  const { bare } = wordsOf('Die Fähre lief am Morgen vor der Küste auf Grund. Sign up here and get the news in your inbox every day')
  const among = [...englishWords(bare, blockModels())]
  expect(among.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0])
  expect(among.slice(-8)).toEqual([1, 1, 1, 1, 1, 1, 1, 1])
})

const GERMAN = [
  'Die Fähre Sunniva lief am Dienstagmorgen vor der Küste auf Grund, niemand wurde verletzt.',
  'Lotsen schleppten die Fähre bis zum Mittag in den Hafen, wie die Behörde mitteilte.',
  'Taucher untersuchten den Rumpf, der an zwei Stellen beschädigt ist.',
  'Der Eigner will die Kosten tragen und die Lotsen bezahlen.',
  'Die Strecke soll in der kommenden Woche wieder befahren werden.',
  'Fachleute sehen in der engen Einfahrt seit Jahren eine Gefahr.',
]
test('what is English in a text of another language goes, the rest stays', () => {
  const junk = 'Sign up for our newsletter and never miss a story. Share on Facebook. Read more stories like this'
  const text = [...GERMAN.slice(0, 3), junk, ...GERMAN.slice(3)].join('\n')
  const kept = articleFromText(text).removed.reduceRight((out, { span }) => out.slice(0, span.from) + out.slice(span.to), text)
  for (const line of GERMAN) expect(kept).toContain(line)
  expect(kept).not.toContain('newsletter')
})
