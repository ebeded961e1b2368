import { Usage } from './exit.js'

interface Flag {
  readonly type?: string | undefined
  readonly alias?: string | readonly string[] | undefined
}

/** Refuses options that the command does not have, and options without their value: a slip must not change a result silently. */
export function checkFlags(command: string, flags: Readonly<Record<string, Flag>>, raw: readonly string[]): void {
  const known = new Map(
    Object.entries(flags).flatMap(([name, flag]) => [name, ...[flag.alias ?? []].flat()].map((it) => [it, flag] as const)),
  )
  for (let i = 0; i < raw.length; i++) {
    const word = raw[i] ?? ''
    if (word === '--') return
    if (!word.startsWith('-') || word === '-') continue
    const [name = '', value] = word.replace(/^--?/, '').split('=', 2)
    const flag = known.get(name) ?? (name.startsWith('no-') ? known.get(name.slice(3)) : undefined)
    if (!flag) throw new Usage(`${command} has no option ${word}; it has ${[...known.keys()].map((it) => `--${it}`).join(', ') || 'none'}`)
    if (flag.type !== 'string') continue
    if (value === undefined && (i + 1 >= raw.length || raw[i + 1]?.startsWith('--'))) throw new Usage(`${word} needs a value`)
    if (value === undefined) i++
  }
}
