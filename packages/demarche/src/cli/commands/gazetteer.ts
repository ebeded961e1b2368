import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { defineCommand } from 'citty'
import { Problem } from '../../text/index.js'
import { GAZETTEER_VARIABLE, gazetteerFile, packGazetteer } from '../../world/index.js'
import { readDump } from '../dump.js'
import { EXIT, Usage } from '../exit.js'

export default defineCommand({
  meta: {
    name: 'gazetteer',
    description:
      'Takes in a full gazetteer: `import FILE` reads a GeoNames dump (allCountries.txt or one country, plain, .gz, or - for standard input) and writes the file that DEMARCHE_GAZETTEER names to the other commands.',
  },
  args: {
    out: { type: 'string', description: 'the file to write; without it gazetteer.bin in the data folder of the user', valueHint: 'FILE' },
    population: {
      type: 'string',
      description:
        'the least number of inhabitants of towns and small areas that are kept; seats, provinces, regions, straits and seas always are',
      default: '500',
      valueHint: 'N',
    },
  },
  async run({ args }) {
    const [verb, file, ...rest] = args._
    if (verb !== 'import' || file === undefined || rest.length > 0)
      throw new Usage('gazetteer: write `demarche gazetteer import FILE`, with one FILE, or - for standard input')
    if (!/^\d+$/.test(args.population)) throw new Usage(`--population: “${args.population}” is no whole number from 0 on`)
    const out = resolve(args.out ?? gazetteerFile(process.env))
    const { places, rows, bad } = await readDump(file, Number(args.population), ({ place, fault, cure }) =>
      process.stderr.write(`demarche: ${place}: ${fault}; ${cure}\n`),
    )
    if (places.length === 0)
      throw new Problem({
        reason: 'no-places',
        place: file,
        fault: `no place in ${rows} rows can be used`,
        cure: 'name a GeoNames dump of 19 columns parted by tabs, such as allCountries.txt',
      })
    write(out, packGazetteer(places))
    process.stdout.write(
      `${places.length} places of ${rows} rows, ${bad} rows broken\nto use them: export ${GAZETTEER_VARIABLE}='${out}'\n`,
    )
    return bad > 0 ? EXIT.some : EXIT.ok
  },
})

/** Puts the file in place in one step: who reads the old one meanwhile reads it whole. */
function write(out: string, bytes: Uint8Array): void {
  const part = `${out}.${process.pid}.part`
  try {
    mkdirSync(dirname(out), { recursive: true })
    writeFileSync(part, bytes)
    renameSync(part, out)
  } catch (cause) {
    throw new Problem(
      {
        reason: 'unwritable',
        place: out,
        fault: `cannot be written (${(cause as Error).message})`,
        cure: 'name a file that can be with --out',
      },
      { cause },
    )
  }
}
