import { expect, test } from 'vitest'
import { certainWhy } from './certain.js'

test.each([
  ['READ ALSO: Storm closes the ports', 'read-also'],
  ['Also read | Storm closes the ports', 'read-also'],
  ['RELATED Storm closes the ports', 'read-also'],
  ['» Related articles: Storm closes the ports', 'read-also'],
  ['ADVERTISEMENT', 'advert'],
  ['Story continues below advertisement', 'advert'],
  ['Share on Facebook', 'share'],
  ['Facebook Twitter WhatsApp', 'share'],
  ['Sign up for our daily newsletter', 'signup'],
  ['This website uses cookies to remember you.', 'notice'],
])('%s', (line, why) => expect(certainWhy(line)).toBe(why))

test.each([
  'Read also what they wrote in April, the general said: nobody answered.',
  'Related charges were dropped in May.',
  'The share of women rose to a third.',
  'Share prices fell on Monday.',
  'Watch more closely, the minister told the police.',
  'Twitter said that it would comply.',
  'Sign up for the army, he told them, and he did.',
  'Advertisement of such goods is a crime in Norland.',
])('an article may say: %s', (line) => expect(certainWhy(line)).toBeUndefined())
