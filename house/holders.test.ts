import { expect, test } from 'vitest'
import { articleOf } from '../packages/demarche/src/doc/index.js'
import { loadPipeline, readArticle } from '../packages/demarche/src/pipeline.js'

// Who holds a place and who claims it, on the day of the text: `docs/disputed-places.md`.
const pipeline = loadPipeline()
const held = (place: string, day: string | undefined): string | undefined => {
  const text = `The minister visited a hospital in ${place} on Monday.`
  const row = readArticle(pipeline, articleOf(text, day), ['places']).places?.find(({ span }) => text.slice(span.from, span.to) === place)
  return row && [row.country, row.holder ?? '-', ...(row.claimants ?? [])].join(' ').replaceAll('state:', '')
}

test.each([
  ['Crimea', '2014-03-17', 'UKR UKR'],
  ['Crimea', '2014-03-18', 'UKR RUS UKR'],
  ['Simferopol', '2010-05-01', 'UKR UKR'],
  ['Simferopol', '2025-05-01', 'UKR RUS UKR'],
  ['Sevastopol', '2016-05-01', 'UKR RUS UKR'],
  ['Golan Heights', '1967-06-09', 'SYR SYR'],
  ['Golan Heights', '2019-03-26', 'SYR ISR SYR'],
  ['Azad Kashmir', '2020-01-01', 'PAK PAK IND'],
  ['Gilgit-Baltistan', '2020-01-01', 'PAK PAK IND'],
  ['Srinagar', '2020-01-01', 'IND IND PAK'],
  ['Leh', '2020-01-01', 'IND IND PAK CHN'],
  ['Aksai Chin', '1962-11-20', 'CHN -'],
  ['Aksai Chin', '2020-06-16', 'CHN CHN IND'],
  ['Western Sahara', '2020-11-13', 'ESH MAR ESH'],
  ['Laayoune', '2020-11-13', 'ESH MAR ESH'],
  ['Abkhazia', '2012-01-01', 'GEO XAB GEO'],
  ['Gudauta', '2012-01-01', 'GEO XAB GEO'],
  ['Nagorno-Karabakh', '2021-01-01', 'AZE XNK AZE'],
  ['Nagorno-Karabakh', '2024-01-01', 'AZE AZE'],
  ['Stepanakert', '2021-01-01', 'AZE XNK AZE'],
  ['Stepanakert', '2024-01-01', 'AZE AZE'],
  ['Khankendi', '2024-01-01', 'AZE AZE'],
  ['Shushi', '2019-01-01', 'AZE XNK AZE'],
  ['Shusha', '2021-01-01', 'AZE AZE XNK'],
  ['Sukhumi', '2012-01-01', 'GEO XAB GEO'],
  ['Tskhinvali', '2012-01-01', 'GEO XSO GEO'],
  ['Tiraspol', '2024-01-01', 'MDA XTR MDA'],
  ['Taipei', '2024-01-01', 'TWN TWN CHN'],
  // Held in parts, not disputed, or on no known day.
  ['Mariupol', '2023-01-01', 'UKR -'],
  ['Ramallah', '2023-01-01', 'PSE -'],
  ['Kharkiv', '2023-01-01', 'UKR -'],
  ['Batumi', '2012-01-01', 'GEO -'],
  ['Crimea', undefined, 'UKR -'],
])('%s on %s: %s', (place, day, told) => expect(held(place, day)).toBe(told))

test('a nationality is held by nobody', () => {
  const rows = readArticle(pipeline, articleOf('Abkhaz officials met Taiwanese officials.', '2020-01-01'), ['places']).places ?? []
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter((it) => it.holder !== undefined || it.claimants !== undefined)).toEqual([])
})
