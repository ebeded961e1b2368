import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'

const bin = join(import.meta.dirname, '../../bin/demarche.js')
const folder = mkdtempSync(join(tmpdir(), 'demarche-gazetteer-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)

type Row = Partial<Record<'id' | 'name' | 'ascii' | 'lat' | 'lon' | 'feature' | 'country' | 'admin' | 'population', string>>
let next = 90_000_001
/** A row of allCountries.txt: 19 columns. */
const row = ({
  id = String(next++),
  name = 'Ovrynka',
  ascii = name,
  lat = '49.5',
  lon = '36.25',
  feature = 'P.PPL',
  country = 'UA',
  admin = '07',
  population = '640',
}: Row): string =>
  [
    id,
    name,
    ascii,
    '',
    lat,
    lon,
    ...feature.split('.'),
    country,
    '',
    admin,
    '',
    '',
    '',
    population,
    '',
    '120',
    'Europe/Kyiv',
    '2025-01-01',
  ].join('\t')

const demarche = (args: readonly string[], env: Record<string, string> = {}, input: string | Buffer = '') => {
  const { stdout, stderr, status } = spawnSync('node', [bin, ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, DEMARCHE_GAZETTEER: '', XDG_DATA_HOME: at('data'), ...env },
  })
  return { stdout, stderr, status }
}
const places = (text: string, gazetteer = ''): readonly Record<string, unknown>[] => {
  const { stdout } = demarche(['code', '--jsonl', '--date', '2025-03-01', '-'], { DEMARCHE_GAZETTEER: gazetteer }, text)
  return (JSON.parse(stdout) as { places: Record<string, unknown>[] }).places
}

const dump = [
  row({ id: '90000100', name: 'Óvrynka', ascii: 'Ovrynka' }),
  row({ name: 'Tirvask Strait', feature: 'H.STRT', country: '', admin: '', population: '' }),
  row({ name: 'Hamlet Of Few', population: '12' }),
  row({ name: 'Old Ovrynka', feature: 'P.PPLH' }),
  row({ name: 'A spring', feature: 'H.SPNG', population: '' }),
]

test('places of a dump are read and coded, and are part of the version', () => {
  writeFileSync(at('all.txt'), `${dump.join('\n')}\n`)
  const made = demarche(['gazetteer', 'import', at('all.txt')])
  const file = at('data/demarche/gazetteer.bin')
  expect(made).toEqual({
    stdout: `2 places of 5 rows, 0 rows broken\nto use them: export DEMARCHE_GAZETTEER='${file}'\n`,
    stderr: '',
    status: 0,
  })
  const text = 'Shells hit a school in Ovrynka on Friday, police said. Two ships were stopped in the Tirvask Strait.'
  expect(places(text).filter((it) => 'geonames' in it)).toEqual([])
  expect(places(text, file)).toEqual([
    { span: { from: 23, to: 30 }, name: 'Óvrynka', kind: 'city', country: 'UKR', lat: 49.5, lon: 36.25, geonames: 90_000_100 },
    expect.objectContaining({ name: 'Tirvask Strait', kind: 'strait', lat: 49.5 }),
  ])
  // The bundled cities stay.
  expect(places('Police in Ganja made two arrests.', file)).toEqual([expect.objectContaining({ country: 'AZE' })])

  const doctor = (env: Record<string, string>) =>
    JSON.parse(demarche(['doctor', '--json'], env).stdout) as { versions: { world: string; coder: string }; gazetteer: unknown }
  const [without, used] = [doctor({}), doctor({ DEMARCHE_GAZETTEER: file })]
  expect(without.gazetteer).toBeNull()
  expect(used.gazetteer).toEqual({ file, version: expect.stringMatching(/^[0-9a-f]{12}$/), places: 2 })
  expect(used.versions.world).not.toBe(without.versions.world)
  expect(used.versions.coder).not.toBe(without.versions.coder)
  expect(demarche(['doctor'], { DEMARCHE_GAZETTEER: file }).stdout).toContain(`${file}: 2 places`)
}, 60_000)

test('the same from gzip and from standard input, byte by byte; the least population is a choice', () => {
  const text = `${dump.join('\r\n')}\r\n`
  writeFileSync(at('all.txt.gz'), gzipSync(text))
  demarche(['gazetteer', 'import', at('all.txt.gz'), '--out', at('gz.bin')])
  demarche(['gazetteer', 'import', '-', '--out', at('in.bin')], {}, text)
  expect(readFileSync(at('gz.bin'))).toEqual(readFileSync(at('in.bin')))
  expect(demarche(['gazetteer', 'import', '-', '--out', at('few.bin'), '--population', '10'], {}, text).stdout).toMatch(
    /^3 places of 5 rows/,
  )
}, 60_000)

test('each broken row is named with its line, fault and cure, and the others are kept', () => {
  const broken = [
    dump[0]!,
    'no\ttabs',
    row({ id: 'x1' }),
    row({ name: ' ' }),
    row({ lat: '91' }),
    row({ lon: 'east' }),
    row({ feature: 'Q.PPL' }),
    row({ country: 'UKR' }),
    row({ population: '-5' }),
    dump[0]!,
    'x'.repeat(300_000),
    row({ name: 'Last' }),
  ].join('\n')
  const { stdout, stderr, status } = demarche(['gazetteer', 'import', '-', '--out', at('some.bin')], {}, broken)
  expect(stdout).toMatch(/^2 places of 12 rows, 10 rows broken\n/)
  expect(status).toBe(4)
  const told = stderr.trim().split('\n')
  expect(told.map((it) => /^demarche: - line (\d+): (.+?); (.+)$/.exec(it)?.slice(1, 3))).toEqual([
    ['2', 'has 2 columns instead of 19'],
    ['3', 'has the id “x1”'],
    ['4', 'has no name'],
    ['5', 'has the latitude “91”'],
    ['6', 'has the longitude “east”'],
    ['7', 'has the feature class “Q”'],
    ['8', 'has the country “UKR”'],
    ['9', 'has the population “-5”'],
    ['10', 'has the id 90000100 of line 1'],
    ['11', 'has 300000 bytes'],
  ])
}, 60_000)

test('what is no dump, or no imported file, is refused with the cure', () => {
  const refused = (input: string | Buffer): string => demarche(['gazetteer', 'import', '-', '--out', at('none.bin')], {}, input).stderr
  expect(refused('')).toContain('no place in 0 rows can be used')
  expect(refused(Buffer.from([0x50, 0x4b, 3, 4, 10, 0, 0]))).toMatch(/is a ZIP archive; unpack it into the command: unzip -p/)
  expect(demarche(['gazetteer', 'import', at('missing.txt')])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('missing.txt: cannot be read'),
  })
  expect(demarche(['gazetteer', 'export', 'x'])).toMatchObject({ status: 2 })
  expect(demarche(['gazetteer', 'import', '-', '--population', 'many'])).toMatchObject({ status: 2 })
  writeFileSync(at('text.bin'), 'not a gazetteer, and longer than a few bytes')
  for (const file of [at('text.bin'), at('gone.bin')]) {
    const { stderr, status } = demarche(['doctor'], { DEMARCHE_GAZETTEER: file })
    expect(stderr).toMatch(
      /\.bin: cannot be read as an imported gazetteer; unset DEMARCHE_GAZETTEER, or write the file again with `demarche gazetteer import DUMP`/,
    )
    expect(status).toBe(1)
  }
}, 60_000)
