import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'
import { defineCommand } from 'citty'
import { csvLine } from '../../export/index.js'
import {
  type Answer,
  ANSWERS,
  codingOf,
  FIELDS,
  type Figures,
  figuresOf,
  type Line,
  lineOf,
  readAnswer,
  Sample,
} from '../../review/index.js'
import { Problem } from '../../text/index.js'
import { EXIT, Usage } from '../exit.js'
import { storeArgs, withStore } from '../store.js'

export default defineCommand({
  meta: {
    name: 'review',
    description:
      'Writes a sheet of sampled claims for coding by hand (`--sample 200 --out sheet.csv`), and reads filled-in sheets back: `review ann.csv ben.csv` prints precision by type and agreement.',
  },
  args: {
    ...storeArgs,
    sample: { type: 'string', description: 'how many claims, as many of each type as there are', valueHint: 'N' },
    out: { type: 'string', description: 'the sheet to write: .csv or .jsonl', valueHint: 'FILE' },
    type: { type: 'string', description: 'claims of this PLOVER type alone' },
    seed: { type: 'string', description: 'another seed draws another sample', default: '1' },
    blind: { type: 'boolean', description: 'do not show what the machine coded; it is looked up when sheets are read back' },
    json: { type: 'boolean', description: 'figures as JSON' },
  },
  async run({ args }) {
    if (args.sample !== undefined) return sample(args)
    if (args._.length === 0) throw new Usage('say --sample N --out FILE, or name filled-in sheets')
    const coders = await Promise.all(
      args._.map(async (path) => ({ name: basename(path).replace(/\.[^.]+$/, ''), answers: await answersIn(path, args.db) })),
    )
    const figures = figuresOf(coders)
    process.stdout.write(args.json ? `${JSON.stringify(figures)}\n` : page(figures))
    return figures.coders.some(({ answers }) => answers > 0) ? EXIT.ok : EXIT.nothing
  },
})

interface Wanted {
  readonly db: string
  readonly sample?: string | undefined
  readonly out?: string | undefined
  readonly type?: string | undefined
  readonly seed: string
  readonly blind?: boolean | undefined
}

async function sample({ db, sample: size, out, type, seed, blind }: Wanted): Promise<number> {
  const number = Number(size)
  if (!Number.isInteger(number) || number < 1) throw new Usage(`--sample: “${size}” is no whole number above 0`)
  if (out === undefined || !/\.(csv|jsonl)$/.test(out)) throw new Usage('--out FILE is needed, with .csv or .jsonl at its end')
  return withStore(db, 'read', async (store) => {
    const drawn = new Sample(number, seed)
    for await (const row of store.rows())
      for (const claim of row.claims) if (type === undefined || claim.type === type.toUpperCase()) drawn.add(lineOf(row, claim))
    const lines = drawn.lines()
    writeFileSync(
      out,
      out.endsWith('.csv') ? sheet(lines, blind === true) : lines.map((it) => `${JSON.stringify(cells(it, blind === true))}\n`).join(''),
    )
    process.stderr.write(
      `demarche: ${lines.length} claims in ${out}; fill in “right” (yes, no, no event) and what is right, then \`demarche review FILE…\`\n`,
    )
    return lines.length > 0 ? EXIT.ok : EXIT.nothing
  })
}

function cells({ machine, ...line }: Line, blind: boolean): Record<string, string> {
  const shown = blind ? {} : Object.fromEntries(FIELDS.map((field) => [field, machine[field] ?? '']))
  return { ...line, ...shown, ...Object.fromEntries(ANSWERS.map((name) => [name, ''])) }
}

function sheet(lines: readonly Line[], blind: boolean): string {
  const rows = lines.map((line) => cells(line, blind))
  const head = Object.keys(rows[0] ?? {})
  return csvLine(head) + rows.map((row) => csvLine(head.map((name) => row[name]))).join('')
}

async function answersIn(path: string, db: string): Promise<Answer[]> {
  const rows = rowsIn(path)
  const blind = rows[0] !== undefined && !('type' in rows[0])
  const shown = blind ? await withMachine(rows, db) : rows
  return shown.map((row, i) => readAnswer(row, `${path}, line ${i + (path.endsWith('.csv') ? 2 : 1)}`))
}

function rowsIn(path: string): Record<string, string>[] {
  try {
    const text = readFileSync(path, 'utf8').replace(/^\u{feff}/u, '')
    if (path.endsWith('.csv'))
      return parse(text, { columns: true, relax_column_count: false, skip_empty_lines: true }) as Record<string, string>[]
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Record<string, string>)
  } catch (cause) {
    const fault = cause instanceof Error ? cause.message : String(cause)
    throw new Problem({ reason: 'bad-sheet', place: path, fault, cure: 'name a sheet of `demarche review --sample`, filled in' }, { cause })
  }
}

/** What the machine coded, for a sheet that did not show it. */
const withMachine = (rows: readonly Record<string, string>[], db: string): Promise<Record<string, string>[]> =>
  withStore(db, 'read', async (store) => {
    const found: Record<string, string>[] = []
    for (const row of rows) {
      const claim = (await store.row(row['document'] ?? ''))?.claims.find(({ id }) => id === row['claim'])
      if (claim) found.push({ ...row, ...codingOf(claim) })
    }
    return found
  })

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)} %`)

function page({ coders, alpha }: Figures): string {
  const tables = coders.map(({ name, answers, precision, whole }) => {
    const rows = precision.map(
      ({ type, judged, right, share, interval }) =>
        `  ${type.padEnd(14)} ${String(right).padStart(5)} of ${String(judged).padStart(5)}  ${percent(share).padStart(8)}${interval === null ? '' : `  95 %: ${percent(interval[0])} to ${percent(interval[1])}`}\n`,
    )
    return `${name}: ${answers} claims judged; right type, of what the machine coded\n${rows.join('')}  right in everything: ${whole.right} of ${whole.judged}, ${percent(whole.share)}\n\n`
  })
  const rows = alpha.map(
    ({ of, field, units, alpha: value }) =>
      `  ${field.padEnd(12)} ${(value === null ? '–' : value.toFixed(3)).padStart(7)}  ${String(units).padStart(5)} claims  ${of.join(', ')}\n`,
  )
  return `${tables.join('')}Krippendorff's alpha, nominal\n${rows.join('')}`
}
