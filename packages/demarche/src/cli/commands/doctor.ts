import { defineCommand } from 'citty'
import { LIMIT_TABLE, type LimitName } from '../../limits/index.js'
import { coderParts, coderVersion, gazetteerInUse } from '../../bundle.js'
import { sqliteVersion } from '../../store/index.js'
import { EXIT } from '../exit.js'
import { limitArgs, limitsOption } from '../options.js'
import { storeArgs, withStore } from '../store.js'

export default defineCommand({
  meta: { name: 'doctor', description: 'Prints versions and limits, and with --db whether the ledger is sound.' },
  args: {
    ...limitArgs,
    db: { ...storeArgs.db, default: '' },
    json: { type: 'boolean', description: 'the same as one JSON object' },
  },
  async run({ args }) {
    const limits = limitsOption(args.limits)
    const versions = { ...coderParts(), coder: coderVersion(limits), node: process.version, sqlite: sqliteVersion() }
    const gazetteer = gazetteerInUse()
    const faults = args.db === '' ? undefined : await withStore(args.db, 'read', (store) => store.verify())
    if (args.json)
      process.stdout.write(`${JSON.stringify({ versions, gazetteer: gazetteer ?? null, limits, ...(faults && { faults }) })}\n`)
    else {
      const rows = (Object.keys(limits) as LimitName[]).map((name) => {
        const { kind, unit, says } = LIMIT_TABLE[name]
        return `  ${name.padEnd(14)} ${String(limits[name]).padStart(10)} ${unit.padEnd(12)} ${kind}  ${says}\n`
      })
      const parts = Object.entries(versions).map(([name, version]) => `  ${name.padEnd(14)} ${version}\n`)
      const places = gazetteer
        ? `  ${gazetteer.file}: ${gazetteer.places} places, version ${gazetteer.version}, laid over the bundled cities\n`
        : '  the bundled cities of over a thousand inhabitants\n'
      const sound = faults && (faults.length > 0 ? faults.map((it) => `  ${it}\n`).join('') : '  nothing was altered\n')
      process.stdout.write(
        `versions\n${parts.join('')}gazetteer\n${places}limits of a document\n${rows.join('')}${sound === undefined ? '' : `${args.db}\n${sound}`}`,
      )
    }
    return faults && faults.length > 0 ? EXIT.failure : EXIT.ok
  },
})
