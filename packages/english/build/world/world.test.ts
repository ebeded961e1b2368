import { expect, test } from 'vitest'
import { createWorld, fold } from 'demarche/world'
import { compileWorld } from './compile.js'
import { readTables } from './read.js'
import { readTable } from './table.js'
import { readTenures } from './tenures.js'

const world = createWorld(compileWorld(readTables(new URL('../../world/', import.meta.url))))

test.each([
  ['a cell too many', () => readTable('name\tsort\nA\tb\tc\n', 'x.tsv', ['name', 'sort']), 'x.tsv:2: the row has 3 cells'],
  ['an unknown column', () => readTable('name\tkind\n', 'x.tsv', ['name', 'sort']), 'x.tsv:1: the column “kind” is unknown'],
  [
    'two in one office',
    () => readTenures('ARM:\n  president: [2000-01-01..2005-01-01 A B, 2004-01-01 C D]\n', 'x.yml'),
    'x.yml:2: A B and C D hold',
  ],
  ['no tenure', () => readTenures('ARM:\n  president:\n  - somebody\n', 'x.yml'), 'x.yml:3: “somebody” is no tenure'],
  ['out of order', () => readTenures('ARM:\n  president: [2004-01-01 C D, 2000-01-01 A B]\n', 'x.yml'), 'stands after'],
])('the loader tells %s with its place', (_, read, told) => expect(read).toThrow(told))

test.each(
  `ARM leader 2015-06-01 Serzh Sargsyan|ARM leader 2025-06-01 Nikol Pashinyan|ARM foreign minister 2015-06-01 Edward Nalbandian|ARM foreign minister 2024-06-13 Ararat Mirzoyan
USA president 1992-06-01 George H. W. Bush|USA president 2017-01-20 Donald Trump|USA president 2021-01-19 Donald Trump|USA president 2021-01-20 Joe Biden|USA secretary of state 2003-02-05 Colin Powell|USA defense secretary 2004-01-01 Donald Rumsfeld
RUS leader 2010-01-01 Dmitry Medvedev|RUS premier 2010-01-01 Vladimir Putin|RUS president 1999-12-30 Boris Yeltsin|RUS foreign minister 2014-03-01 Sergei Lavrov|SUN president 1991-01-01 Mikhail Gorbachev
UKR president 2014-03-01 Oleksandr Turchynov|UKR president 2016-01-01 Petro Poroshenko|UKR president 2022-02-24 Volodymyr Zelenskyy|UKR defence minister 2022-02-24 Oleksii Reznikov
GBR prime minister 2022-10-01 Liz Truss|GBR foreign secretary 2017-01-01 Boris Johnson|GBR queen 2001-01-01 Elizabeth II|GBR prime minister 1990-11-27 Margaret Thatcher
DEU chancellor 1998-10-26 Helmut Kohl|DEU chancellor 2021-12-08 Olaf Scholz|DEU leader 2010-01-01 Angela Merkel|FRA president 2012-05-15 François Hollande|FRA prime minister 2009-01-01 François Fillon
TUR leader 2010-01-01 Recep Tayyip Erdogan|TUR president 2010-01-01 Abdullah Gül|TUR president 2020-01-01 Recep Tayyip Erdogan|IRN leader 2000-01-01 Ali Khamenei|IRN president 2010-01-01 Mahmoud Ahmadinejad
SYR president 1999-01-01 Hafez al-Assad|SYR leader 2012-01-01 Bashar al-Assad|SYR president 2025-03-01 Ahmed al-Sharaa|EGY president 2013-01-01 Mohamed Morsi|EGY president 2011-01-01 Hosni Mubarak
ISR prime minister 1995-11-03 Yitzhak Rabin|ISR prime minister 2021-10-01 Naftali Bennett|ISR defence minister 2023-10-07 Yoav Gallant|SAU king 2014-01-01 Abdullah bin Abdulaziz|JOR king 1998-01-01 Hussein bin Talal
CHN leader 2005-01-01 Hu Jintao|CHN premier 2020-01-01 Li Keqiang|CHN foreign minister 2023-05-01 Qin Gang|JPN prime minister 2015-01-01 Shinzo Abe|KOR president 2016-01-01 Park Geun-hye|PRK leader 2005-01-01 Kim Jong Il|PRK leader 2020-01-01 Kim Jong Un
IND prime minister 2010-01-01 Manmohan Singh|PAK prime minister 2020-01-01 Imran Khan|PAK president 2005-01-01 Pervez Musharraf|BGD leader 2020-01-01 Sheikh Hasina|MMR leader 2022-01-01 Min Aung Hlaing
VEN president 2010-01-01 Hugo Chavez|BRA president 2016-01-01 Dilma Rousseff|ARG president 2024-01-01 Javier Milei|CUB leader 2010-01-01 Raul Castro|ZAF president 1995-01-01 Nelson Mandela|ZWE leader 2010-01-01 Robert Mugabe
NGA president 2012-01-01 Goodluck Jonathan|ETH prime minister 2020-01-01 Abiy Ahmed|SDN leader 2010-01-01 Omar al-Bashir|LBY leader 2010-01-01 Muammar Gaddafi|VAT pope 2010-01-01 Benedict XVI|BWA president 2025-01-01 Duma Boko
igo:UN secretary-general 2000-01-01 Kofi Annan|igo:NATO secretary general 2020-01-01 Jens Stoltenberg|igo:IAEA director general 2005-01-01 Mohamed ElBaradei`
    .split(/[|\n]/)
    .map((line) => /^(\S+) (.+) (\d{4}-\d\d-\d\d) (.+)$/.exec(line)!.slice(1)),
)('%s: the %s on %s is %s', (of, office, day, name) => {
  expect(world.actor(world.holder(of!, office!, day!)?.person ?? '')?.name).toBe(name)
})

test('every member of the UN is led by somebody, save on few days that are told', () => {
  const days = Array.from({ length: 36 }, (_, i) => [`${1990 + i}-01-15`, `${1990 + i}-06-15`]).flat()
  const gaps = [...world.actors()]
    .filter(({ sort }) => sort === 'un member')
    .flatMap(({ country, from }) =>
      days.filter((day) => day >= (from ?? '') && !world.holder(country!, 'leader', day)).map((day) => `${country} ${day}`),
    )
  expect(gaps).toEqual(['IRQ 2003-06-15', 'IRQ 2004-01-15', 'IRQ 2004-06-15'])
})

test.each([
  ['Sudanese Rapid Support Forces', 'group:rapid-support-forces'],
  ['FSB', 'org:federal-security-service'],
  ['Boko Haram', 'group:boko-haram'],
  ['Türkiye', 'state:TUR'],
  ['Burma', 'state:MMR'],
  ['Poles', 'state:POL'],
  ['Downing Street', 'state:GBR'],
  ['IDF', 'org:israel-defense-forces'],
  ['Knesset', 'org:knesset'],
  ['Hemedti', 'person:mohamed-hamdan-dagalo'],
])('%s names %s', (name, id) => expect(world.byName(fold(name)).map(({ actor }) => actor)).toContain(id))

test('who holds an office with many others of the country is nobody of the tables, and a title names who heads it', () => {
  expect(world.tenures('IND', 'ambassador').length).toBeGreaterThan(1)
  expect(world.holder('IND', 'ambassador', '2019-02-26')).toBeUndefined()
  expect(world.holder('HKG', 'chief executive', '2019-08-12')?.person).toBe('person:carrie-lam')
  expect(world.holder('BGD', 'chief adviser', '2007-06-01')?.person).toBe('person:fakhruddin-ahmed')
})

test('members and sectors turn on the day', () => {
  expect(world.members('igo:EU', '2019-01-01')).toContain('state:GBR')
  expect(world.members('igo:EU', '2021-01-01')).not.toContain('state:GBR')
  expect(world.memberOf('state:ARM', '2020-01-01')).toContain('igo:CSTO')
  expect(world.sector('person:barack-obama', '2012-01-01')).toBe('GOV')
  expect(world.sector('person:barack-obama', '2020-01-01')).toBe('ELI')
})
