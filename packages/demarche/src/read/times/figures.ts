// Classes of what is written in figures. They are not in the lexicon because they are shapes, not words.

/** The classes of an integer written in plain figures. `05` counts as 5; a number with thousands' commas is only a `NUM`. */
export function classesOfInteger(figures: string): readonly string[] {
  const number = Number(figures)
  const short = figures.length <= 2
  return [
    'NUM',
    ...(short && number >= 1 && number <= 31 ? ['D31'] : []),
    ...(short && number >= 1 && number <= 12 ? ['MM'] : []),
    ...(short && number <= 24 ? ['HH'] : []),
    ...(figures.length === 2 && number <= 59 ? ['MI'] : []),
    ...(figures.length === 2 ? ['YY'] : []),
    ...(figures.length === 4 && number >= 1000 && number <= 2100 ? ['YEAR'] : []),
  ]
}

/** Classes of figures with letters behind them (`21st`, `1980s`, `80s`, `10pm` is two atoms), or undefined. */
export function classesWithSuffix(figures: string, suffix: string): readonly string[] | undefined {
  if (/^(?:st|nd|rd|th)$/.test(suffix)) return ['ORD']
  if (suffix !== 's') return undefined
  if (figures.length === 4 && figures.endsWith('0')) return ['DECADE']
  return figures.length === 2 && figures.endsWith('0') ? ['DECADEYY'] : undefined
}

/** Every combination of classes that figures can have, for the table of symbols. */
export function combinationsOfFigures(): readonly (readonly string[])[] {
  const some = [
    '0',
    '00',
    ...Array.from({ length: 100 }, (_, i) => String(i)),
    ...Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0')),
    '100',
    '2000',
    '3000',
    '02000',
  ]
  return [...some.map(classesOfInteger), ['NUM'], ['DEC'], ['ORD'], ['DECADE'], ['DECADEYY'], ['QCODE'], ['HCODE']]
}
