import { defineCommand } from 'citty'
import { EXPORTERS, writeRelease } from '../../export/index.js'
import { readLog } from '../../opinion/index.js'
import { countryCodes } from '../../bundle.js'
import { EXIT, Usage } from '../exit.js'
import { writeSite } from '../../serve/index.js'
import { servedFrom } from '../served.js'
import { dayOption } from '../options.js'
import { releaseOf } from '../release.js'
import { opinionLog, opinionsFile, opinionsIn } from '../opinions.js'
import { storeArgs, withStore } from '../store.js'

const names = EXPORTERS.map(({ format }) => format).join(', ')

export default defineCommand({
  meta: {
    name: 'export',
    description:
      'Writes a release of the ledger: data, codebook, citation, checksums. `export site` writes the page as a folder of files, to be opened from a disk or put on any web host.',
  },
  args: {
    ...storeArgs,
    format: { type: 'string', description: `formats, separated by commas: ${names}; or all`, default: 'csv', valueHint: 'LIST' },
    out: { type: 'string', description: 'the folder to write to; made when it is not there', valueHint: 'DIR' },
    'known-at': { type: 'string', description: 'only what documents of that day and before it tell', valueHint: 'DAY' },
    opinions: {
      type: 'boolean',
      description:
        'with the opinions of `demarche adjudicate`, without the text of the articles: as opinions.jsonl, and in the page of a site',
    },
    'opinions-log': { type: 'string', description: 'with --opinions: the log, where it is not beside the ledger', valueHint: 'FILE' },
  },
  async run({ args }) {
    const { out } = args
    if (out === undefined) throw new Usage('--out DIR is needed: the folder to write to')
    if (args._[0] === 'site') return site(args, out)
    if (args._.length > 0) throw new Usage(`there is no export “${args._[0]}”; name formats with --format, or say \`export site\``)
    const knownAt = dayOption('known-at', args['known-at'])
    const formats = args.format === 'all' ? EXPORTERS.map(({ format }) => format) : args.format.split(',').map((it) => it.trim())
    return withStore(args.db, 'read', async (store) => {
      const release = await releaseOf(store, knownAt, countryCodes())
      const opinions =
        args.opinions === true ? [opinionsFile(release.events, readLog(opinionLog(args.db, args['opinions-log'], '--opinions-log')))] : []
      const files = await writeRelease(release, formats, out, opinions)
      process.stderr.write(
        `demarche: ${release.events.length} events and ${release.entries.length} entries in ${out}: ${files.join(', ')}\n`,
      )
      return release.events.length > 0 ? EXIT.ok : EXIT.nothing
    })
  },
})

const site = (
  args: { readonly db: string; readonly opinions?: boolean | undefined; readonly 'opinions-log'?: string | undefined },
  out: string,
): Promise<number> =>
  withStore(args.db, 'read', async (store) => {
    const served = servedFrom(store, args.db)
    const count = await writeSite({ ...served, ...(args.opinions === true ? { opinions: opinionsIn(args) } : {}) }, out)
    await served.close()
    process.stderr.write(`demarche: the page and ${count} answers in ${out}; open its index.html, or put the folder on any web host\n`)
    return (await store.counts()).events > 0 ? EXIT.ok : EXIT.nothing
  })
