import { expect, test } from 'vitest'
import { decode } from './charset.js'

const single = (text: string, first: number, byte: number): number[] =>
  [...text].map((c) => (c.charCodeAt(0) < 128 ? c.charCodeAt(0) : c.charCodeAt(0) - first + byte))

test('the mark wins over the label, the label over the declaration', () => {
  expect(decode(Buffer.from('\ufeffé'), 'windows-1251').text).toBe('é')
  expect(decode(Buffer.from([0xe9]), 'iso-8859-5').text).toBe('щ')
  expect(decode(Buffer.from('<meta charset="windows-1251">\u00ef', 'latin1')).text.at(-1)).toBe('п')
  expect(decode(Buffer.from('<?xml version="1.0" encoding="koi8-r"?>\u00c1', 'latin1')).text.at(-1)).toBe('а')
})
test('a label that nobody knows is passed over', () => expect(decode(Buffer.from([0xe9]), 'x-nonsense').text).toBe('é'))
test('UTF-16 without a mark', () => {
  const text = 'Ministers met in the capital.'
  expect(decode(Buffer.from(text, 'utf16le')).text).toBe(text)
  expect(decode(Buffer.from(text, 'utf16le').swap16()).text).toBe(text)
})
test('unlabelled Russian, Greek and Western text', () => {
  const russian = 'министр иностранных дел встретился с послом в столице и обсудил открытие границы'
  expect(decode(Uint8Array.from(single(russian, 0x430, 0xe0))).text).toBe(russian)
  const greek = 'ο υπουργος συναντησε τον πρεσβη στην πρωτευουσα και συμφωνησαν'
  expect(decode(Uint8Array.from(single(greek, 0x3b1, 0xe1))).text).toBe(greek)
  expect(
    decode(
      Buffer.from(
        'Le ministre a été reçu à l’étranger où il a préféré se taire. Éléments répétés, déjà évoqués là-bas à Genève.'.replace('’', "'"),
        'latin1',
      ),
    ).text,
  ).toContain('été reçu à')
})
