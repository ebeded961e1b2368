import { readFileSync } from 'node:fs'
import { defineCommand, runCommand } from 'citty'
import { isProblem } from '../text/index.js'
import { EXIT, Usage } from './exit.js'
import { checkFlags } from './flags.js'
import { meant } from './meant.js'
import { type Described, helpOf, overview } from './help.js'

// Sub-commands are loaded when they are called: `demarche code` does not pay for the server.
const subCommands = {
  demo: () => import('./commands/demo.js').then((it) => it.default),
  code: () => import('./commands/code.js').then((it) => it.default),
  explain: () => import('./commands/explain.js').then((it) => it.default),
  codebook: () => import('./commands/codebook.js').then((it) => it.default),
  read: () => import('./commands/read.js').then((it) => it.default),
  ingest: () => import('./commands/ingest.js').then((it) => it.default),
  recode: () => import('./commands/recode.js').then((it) => it.default),
  events: () => import('./commands/events.js').then((it) => it.default),
  dyad: () => import('./commands/dyad.js').then((it) => it.default),
  state: () => import('./commands/state.js').then((it) => it.default),
  story: () => import('./commands/story.js').then((it) => it.default),
  correct: () => import('./commands/correct.js').then((it) => it.default),
  adjudicate: () => import('./commands/adjudicate.js').then((it) => it.default),
  export: () => import('./commands/export.js').then((it) => it.default),
  serve: () => import('./commands/serve.js').then((it) => it.default),
  mcp: () => import('./commands/mcp.js').then((it) => it.default),
  actors: () => import('./commands/actors.js').then((it) => it.default),
  diff: () => import('./commands/diff.js').then((it) => it.default),
  backup: () => import('./commands/backup.js').then((it) => it.default),
  worker: () => import('./commands/worker.js').then((it) => it.default),
  enqueue: () => import('./commands/enqueue.js').then((it) => it.default),
  mirror: () => import('./commands/mirror.js').then((it) => it.default),
  status: () => import('./commands/status.js').then((it) => it.default),
  quarantine: () => import('./commands/quarantine.js').then((it) => it.default),
  gazetteer: () => import('./commands/gazetteer.js').then((it) => it.default),
  doctor: () => import('./commands/doctor.js').then((it) => it.default),
  rebuild: () => import('./commands/rebuild.js').then((it) => it.default),
  review: () => import('./commands/review.js').then((it) => it.default),
  watch: () => import('./commands/watch.js').then((it) => it.default),
  verify: () => import('./commands/verify.js').then((it) => it.default),
}

export const main = defineCommand({
  meta: {
    name: 'demarche',
    description: 'News in, auditable political event data out: who did what to whom, when, where, according to whom.',
  },
  subCommands,
})

/** Runs the command line and returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const [name] = args
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') return say(overview(await descriptions()))
    if (name === '--version' || name === '-v') return say(version())
    const load = Object.hasOwn(subCommands, name) ? subCommands[name as keyof typeof subCommands] : undefined
    if (!load) throw new Usage(`there is no command “${name}”${meant(name, Object.keys(subCommands))}; \`demarche --help\` lists them`)
    const command = await load()
    if (args.includes('--help') || args.includes('-h')) return say(helpOf(name, command as unknown as Described))
    checkFlags(name, (command as unknown as { args?: Record<string, { type?: string }> }).args ?? {}, args.slice(1))
    const { result } = await runCommand(command as unknown as typeof main, { rawArgs: args.slice(1) })
    return typeof result === 'number' ? result : EXIT.ok
  } catch (error) {
    return failed(error)
  }
}

/** What each command does, for the overview; nobody else loads them all. */
async function descriptions(): Promise<ReadonlyMap<string, string>> {
  const all = Object.entries(subCommands).map(
    async ([name, load]) => [name, ((await load()) as Described).meta?.description ?? ''] as const,
  )
  return new Map(await Promise.all(all))
}

/** The version of the package; the rules and models have their own hash in a release. */
function version(): string {
  return (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version
}

function say(text: string): number {
  process.stdout.write(`${text}\n`)
  return EXIT.ok
}

function failed(error: unknown): number {
  if (error instanceof Error && (error.name === 'Usage' || error.name === 'CLIError')) {
    process.stderr.write(`demarche: ${error.message}\n`)
    return EXIT.usage
  }
  if (isProblem(error)) {
    process.stderr.write(`demarche: ${error.message}\n`)
    return EXIT.failure
  }
  throw error
}

// A reader that goes away (`demarche code … | head`) ends the program quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok)
  throw error
})
process.exitCode = await run(process.argv.slice(2))
