import { randomFrom } from './random.mjs'

const NAMES = [
  ['Armenia', 'Yerevan'],
  ['Azerbaijan', 'Baku'],
  ['Belarus', 'Minsk'],
  ['Russia', 'Moscow'],
  ['Ukraine', 'Kyiv'],
  ['Poland', 'Warsaw'],
  ['Germany', 'Berlin'],
  ['France', 'Paris'],
  ['Turkey', 'Ankara'],
  ['Greece', 'Athens'],
  ['Iran', 'Tehran'],
  ['Iraq', 'Baghdad'],
  ['Saudi Arabia', 'Riyadh'],
  ['Qatar', 'Doha'],
  ['Egypt', 'Cairo'],
  ['Sudan', 'Khartoum'],
  ['Ethiopia', 'Addis Ababa'],
  ['Eritrea', 'Asmara'],
  ['Kenya', 'Nairobi'],
  ['India', 'New Delhi'],
  ['Pakistan', 'Islamabad'],
  ['China', 'Beijing'],
  ['Japan', 'Tokyo'],
  ['Vietnam', 'Hanoi'],
]
const SAID = [
  (a, b) => `${a[0]} recalled its ambassador from ${b[0]}.`,
  (a, b) => `${a[0]} imposed sanctions on ${b[0]} on Monday.`,
  (a, b) => `The foreign ministers of ${a[0]} and ${b[0]} met in ${b[1]}.`,
  (a, b) => `${a[0]} accused ${b[0]} of shelling a village near the border.`,
  (a, b) => `${b[0]} will host talks with ${a[0]} next week, officials in ${b[1]} said.`,
  (a, b) => `${a[0]} and ${b[0]} signed a trade agreement in ${a[1]}.`,
  (a, b) => `The president of ${a[0]} visited ${b[1]} and praised ${b[0]}.`,
  (a, b) => `${a[0]} expelled three diplomats of ${b[0]}.`,
  (a, b) => `Troops of ${a[0]} killed five soldiers of ${b[0]}, the government in ${b[1]} said.`,
  (a, b) => `${a[0]} rejected a proposal by ${b[0]}.`,
]

/** So many short articles; the same seed gives the same ones. */
export function* madeArticles(seed, count, sentences = 1) {
  const random = randomFrom(seed)
  for (let i = 0; i < count; i++) {
    const a = random.of(NAMES)
    const b = random.of(NAMES.filter((it) => it !== a))
    const text = Array.from({ length: sentences }, () => random.of(SAID)(a, b)).join(' ')
    const published = `20${18 + random.below(7)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`
    yield { id: `made-${i}`, published, publisher: `Outlet ${i % 20}`, text }
  }
}

// What fills articles: sentences in which nobody deals with anybody.
const WHAT = [
  'The season',
  'The harvest',
  'The old road along the river',
  'The market',
  'The new railway',
  'The price of bread',
  'The festival',
  'The school year',
]
const DOES = [
  'was late this year',
  'drew many visitors from the villages around',
  'has not changed much since the spring',
  'was longer than anybody had expected',
]
const WHY = [
  'because of the rain in the mountains',
  'as it has been for years',
  'in spite of the cold that came early',
  'and few complained about it',
  'for the third time in ten years',
]

/** So many articles of about 400 words, with as many acts as news has: eight, each of another pair, between sentences that fill. */
export function* longArticles(seed, count) {
  const random = randomFrom(seed)
  for (let i = 0; i < count; i++) {
    const sentences = Array.from({ length: 30 }, () => `${random.of(WHAT)} ${random.of(DOES)}, ${random.of(WHY)}.`)
    for (let k = 0; k < 8; k++) {
      const a = random.of(NAMES)
      const b = random.of(NAMES.filter((it) => it !== a))
      sentences[Math.floor((k * 30) / 8)] = random.of(SAID)(a, b)
    }
    const published = `2024-0${1 + random.below(3)}-${String(1 + random.below(28)).padStart(2, '0')}`
    yield { id: `long-${i}`, published, publisher: `Outlet ${i % 20}`, text: sentences.join(' ') }
  }
}
