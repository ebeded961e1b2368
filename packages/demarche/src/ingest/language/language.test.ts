import { eld } from 'eld/small'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languageOf } from './index.js'

const SAID: readonly (readonly [string | undefined, string])[] = [
  ['en', 'The two governments agreed on Tuesday to reopen the border crossing, which had been shut since the spring.'],
  ['de', 'Die beiden Regierungen haben sich am Dienstag darauf geeinigt, den Grenzübergang wieder zu öffnen.'],
  ['fr', 'Les deux gouvernements ont décidé mardi de rouvrir le poste-frontière, fermé depuis le printemps.'],
  ['ru', 'Правительства двух стран договорились во вторник вновь открыть пограничный переход.'],
  ['hy', 'Երկու երկրների կառավարությունները երեքշաբթի պայմանավորվեցին վերաբացել սահմանային անցակետը։'],
  ['zh', '两国政府周二同意重新开放自春季以来一直关闭的过境点，双方还将举行进一步会谈。'],
  [undefined, '12, 14, 16, 18, 20, 22, 24, 26'],
  [undefined, 'Too short'],
]

test.each(SAID)('%s: %s', (language, text) => expect(languageOf(text)).toBe(language))

// The detector's data is the package's; its method is written anew, so the package itself is the judge of it.
test('any text is told as the package tells it', () => {
  const piece = fc.oneof(
    fc.constantFrom(...SAID.map(([, text]) => text)),
    fc.lorem({ maxCount: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
  )
  const told = (text: string): string | undefined => {
    const found = eld.detect(text.slice(0, 2000))
    return found.language && found.isReliable() ? found.language : undefined
  }
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.nat(200), (pieces, cut) => {
      const text = pieces.join(' ').slice(cut)
      fc.pre(text.slice(0, 2000).trim().length >= 20)
      expect(languageOf(text)).toBe(told(text))
    }),
    { numRuns: 500 },
  )
})
