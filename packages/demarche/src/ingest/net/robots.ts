/** What a robots.txt asks of us: rules in the order of their strength, the longest first, and seconds between requests. */
export interface Robots {
  readonly rules: readonly { readonly path: string; readonly allow: boolean }[]
  readonly delay: number
}

const MAX_BYTES = 512 * 1024
const MAX_RULES = 5000

/** Reads robots.txt (RFC 9309): the groups that name us, else those for all. Only the first 512 KiB count. */
export function readRobots(text: string, agent: string): Robots {
  const groups: { agents: string[]; rules: { path: string; allow: boolean }[]; delay: number }[] = []
  let open = false
  for (const line of text.slice(0, MAX_BYTES).split(/\r\n|\r|\n/)) {
    const match = /^\s*(user-agent|allow|disallow|crawl-delay)\s*:\s*([^#]*)/i.exec(line)
    if (!match) continue
    const [key, value] = [match[1]!.toLowerCase(), match[2]!.trim()]
    if (key === 'user-agent') {
      if (!open) groups.push({ agents: [], rules: [], delay: 0 })
      groups.at(-1)!.agents.push(value.toLowerCase())
      open = true
      continue
    }
    open = false
    const group = groups.at(-1)
    if (!group) continue
    if (key === 'crawl-delay') group.delay = Math.min(60, Math.max(0, Number(value) || 0))
    else if (value !== '' && group.rules.length < MAX_RULES) group.rules.push({ path: value, allow: key === 'allow' })
  }
  const named = groups.filter(({ agents }) => agents.some((it) => it !== '*' && it !== '' && agent.toLowerCase().startsWith(it)))
  const ours = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'))
  const rules = ours.flatMap((group) => group.rules).sort((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow))
  return { rules, delay: Math.max(0, ...ours.map((group) => group.delay)) }
}

/** Whether a path with its query may be read. */
export const isAllowed = ({ rules }: Robots, path: string): boolean =>
  path === '/robots.txt' || (rules.find((rule) => covers(rule.path, path))?.allow ?? true)

/** `*` stands for anything, a last `$` for the end. Each part is looked for once from left to right, so this is linear. */
function covers(pattern: string, path: string): boolean {
  const ends = pattern.endsWith('$')
  const [first = '', ...parts] = (ends ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [i, part] of parts.entries()) {
    const last = i === parts.length - 1
    const found = ends && last ? path.lastIndexOf(part) : path.indexOf(part, at)
    if (found < at) return false
    at = found + part.length
  }
  return !ends || at === path.length || (parts.at(-1) === '' && parts.length > 0)
}
