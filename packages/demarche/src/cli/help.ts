import { called, GROUPS } from './help-words.js'

// What `--help` says. Lines keep to the width of the terminal, at most 100 columns.

export interface Described {
  readonly meta?: { readonly name?: string; readonly description?: string }
  readonly args?: Readonly<Record<string, Option>>
}
interface Option {
  readonly type?: string
  readonly description?: string
  readonly valueHint?: string
  readonly alias?: string | readonly string[]
  readonly default?: unknown
}

const width = (): number => Math.min(Math.max(process.stdout.columns ?? 100, 60), 100)

/** Text in lines that fit, each after so many blanks; the first follows what stands there already. */
function wrapped(text: string, indent: number): string {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const last = lines.length - 1
    if (lines[last] !== '' && lines[last]!.length + word.length + 1 > width() - indent) lines.push(word)
    else lines[last] += `${lines[last] === '' ? '' : ' '}${word}`
  }
  return lines.join(`\n${' '.repeat(indent)}`)
}

const NAME = 14

/** All commands by what one wants; `describe` gives the first sentence of each. */
export function overview(describe: ReadonlyMap<string, string>): string {
  const groups = Object.entries(GROUPS).map(
    ([title, commands]) =>
      `${title}\n${Object.keys(commands)
        .map((name) => `  ${name.padEnd(NAME - 2)}${wrapped(firstSentence(describe.get(name) ?? ''), NAME)}`)
        .join('\n')}`,
  )
  return [
    wrapped('demarche: news in, auditable political event data out: who did what to whom, when, where, according to whom.', 0),
    'Start with:  demarche demo',
    ...groups,
    wrapped(
      'INPUT is a file, a folder, a glob, an address or - (standard input). `demarche COMMAND --help` tells options and examples.',
      0,
    ),
    wrapped('Exit codes: 0 ok, 1 failure, 2 usage, 3 nothing found, 4 some inputs failed.', 0),
  ].join('\n\n')
}

const firstSentence = (text: string): string => text.split('. ')[0]!.replace(/[.:]$/, '')

/** One command: what it does, how it is called, its options, examples. */
export function helpOf(name: string, { meta, args = {} }: Described): string {
  const { takes, examples = [] } = called(name) ?? {}
  const options = Object.entries(args).filter(([, it]) => it.type !== 'positional')
  const flags = options.map(([flag, it]) => [flagOf(flag, it), it] as const)
  const column = Math.min(26, Math.max(0, ...flags.map(([flag]) => flag.length)) + 4)
  const rows = flags.map(([flag, { description = '', default: usual }]) => {
    const says = wrapped(`${description}${usual === undefined || usual === '' ? '' : ` (default: ${String(usual)})`}`, column)
    return flag.length + 4 > column ? `  ${flag}\n${' '.repeat(column)}${says}` : `  ${flag.padEnd(column - 2)}${says}`
  })
  return [
    wrapped(meta?.description ?? '', 0),
    `demarche ${name}${takes === undefined ? '' : ` ${takes}`}${options.length > 0 ? ' [options]' : ''}`,
    ...(rows.length > 0 ? [`Options\n${rows.join('\n')}`] : []),
    ...(examples.length > 0 ? [`Examples\n${examples.map((it) => `  ${it}`).join('\n')}`] : []),
  ].join('\n\n')
}

function flagOf(name: string, { type, valueHint, alias }: Option): string {
  const names = [name, ...[alias ?? []].flat()].map((it) => `--${it}`).join(', ')
  return type === 'string' ? `${names} ${valueHint ?? 'VALUE'}` : names
}
