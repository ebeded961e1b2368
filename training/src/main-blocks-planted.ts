// `npm run planted -- ROWS.jsonl…`: plants junk into articles that the models were not trained on, and prints how much of it goes and how much clean text with it.
import { readBlockModels, articleFromText } from 'demarche/ingest'
import { JUNK } from './blocks-junk.js'
import { countWords } from './blocks-labels.js'
import { readPages } from './blocks-pages.js'
import { FORMS, plant, type Planted } from './blocks-plant.js'
import { poolOf } from './blocks-pool.js'
import { randomOf } from './random.js'
import { models } from '@demarche/english'

interface Tally {
  junk: number
  gone: number
  clean: number
  lost: number
}

/** Words of junk and of clean text, and how many of each were removed. */
function judge({ text, junk }: Planted, removed: readonly { readonly span: { readonly from: number; readonly to: number } }[]): Tally {
  const [mine, out] = [new Uint8Array(text.length), new Uint8Array(text.length)]
  for (const { from, to } of junk) mine.fill(1, from, to)
  for (const { span } of removed) out.fill(1, span.from, span.to)
  const tally = { junk: 0, gone: 0, clean: 0, lost: 0 }
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}_]+/gu)) {
    const middle = index + (word.length >> 1)
    if (mine[middle]) {
      tally.junk++
      tally.gone += out[middle]!
    } else {
      tally.clean++
      tally.lost += out[middle]!
    }
  }
  return tally
}

const percent = (part: number, of: number): string => (of === 0 ? '–' : ((100 * part) / of).toFixed(2)).padStart(7)

const args = process.argv.slice(2)
const file = args.find((arg) => arg.endsWith('.json.gz'))
const pages = args.filter((arg) => arg !== file).flatMap(readPages)
const blocks = readBlockModels(file === undefined ? new URL('blocks.json.gz', models) : new URL(file, 'file:'))
const pool = poolOf(pages)
const kinds = Object.keys(JUNK).filter((kind) => kind !== 'run')
const tallies = new Map<string, Tally>()
const add = (name: string, tally: Tally): void => {
  const sum = tallies.get(name) ?? { junk: 0, gone: 0, clean: 0, lost: 0 }
  for (const key of ['junk', 'gone', 'clean', 'lost'] as const) sum[key] += tally[key]
  tallies.set(name, sum)
}
for (const [page, { clean }] of pages.entries()) {
  if (countWords(clean.join(' ')) < 60) continue
  for (const [f, form] of FORMS.entries()) {
    const next = randomOf(page * 16 + f + 1)
    const control = plant(clean, [], form, next)
    add(`nothing, ${form === 'flat' ? 'flat' : 'lines'}`, judge(control, articleFromText(control.text, () => blocks).removed))
    for (const kind of ['run', kinds[(page * 3 + f) % kinds.length]!, kinds[(page * 3 + f + 7) % kinds.length]!]) {
      const junk = JUNK[kind]!({ pool, page, next, part: 'measure' }).filter((line) => line.trim() !== '')
      if (junk.length === 0) continue
      const planted = plant(clean, [junk], form, next)
      const tally = judge(planted, articleFromText(planted.text, () => blocks).removed)
      for (const name of [`form: ${form}${kind === 'run' ? ', real' : ''}`, kind, 'all']) add(name, tally)
      if (kind === 'run') add('all real', tally)
    }
  }
}
console.log(`${'planted'.padEnd(26)} removed    lost  (% of words)`)
for (const [name, { junk, gone, clean, lost }] of [...tallies].toSorted((a, b) => (a[0] < b[0] ? -1 : 1)))
  console.log(`${name.padEnd(26)} ${percent(gone, junk)} ${percent(lost, clean)}  ${junk} of ${junk + clean}`)
