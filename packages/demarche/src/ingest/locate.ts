import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { byCodeUnit } from '../text/index.js'

const MAGIC = /[*?[{]/

/** Whether a name is an address on the net. */
export const isAddress = (name: string): boolean => /^https?:\/\//i.test(name)

/**
 * The files that one name on the command line stands for, in the order of their names: a file, all files below a folder, or those that a glob matches
 * (`*`, `?`, `[ab]`, `{a,b}`, `**`). A name that exists is never read as a glob. Hidden files are passed over. Links to folders are not followed.
 */
export async function* locate(name: string): AsyncGenerator<string> {
  const found = await stat(name).catch(() => undefined)
  if (found?.isDirectory()) yield* below(name)
  else if (found) yield name
  else if (MAGIC.test(name)) yield* matching(name)
}

async function* below(folder: string): AsyncGenerator<string> {
  const entries = []
  for await (const entry of await opendir(folder)) if (!entry.name.startsWith('.')) entries.push(entry)
  for (const entry of entries.sort((a, b) => byCodeUnit(a.name, b.name))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* below(path)
    else if (entry.isFile() || entry.isSymbolicLink()) yield path
  }
}

async function* matching(glob: string): AsyncGenerator<string> {
  const parts = glob.split('/')
  const plain = parts.findIndex((part) => MAGIC.test(part))
  const root = parts.slice(0, plain).join('/') || (glob.startsWith('/') ? '/' : '.')
  const pattern = globPattern(parts.slice(plain).join('/'))
  const prefix = root === '.' && !glob.startsWith('./') ? '' : root.endsWith('/') ? root : `${root}/`
  const there = await stat(root).catch(() => undefined)
  if (!there?.isDirectory()) return
  const depth = glob.includes('**') ? Infinity : parts.length - plain
  for await (const path of walk(root, '', depth)) if (pattern.test(path)) yield prefix + path
}

async function* walk(root: string, inner: string, depth: number): AsyncGenerator<string> {
  const entries = []
  for await (const entry of await opendir(join(root, inner))) if (!entry.name.startsWith('.')) entries.push(entry)
  for (const entry of entries.sort((a, b) => byCodeUnit(a.name, b.name))) {
    const path = inner ? `${inner}/${entry.name}` : entry.name
    if (!entry.isDirectory()) yield path
    else if (depth > 1) yield* walk(root, path, depth - 1)
  }
}

/** A glob as a regular expression over a whole relative path. Each star is bounded by slashes, so matching stays linear in practice. */
export function globPattern(glob: string): RegExp {
  let source = ''
  let braces = 0
  for (let i = 0; i < glob.length; i++) {
    const c = glob[i]!
    const closing = c === '[' ? glob.indexOf(']', i + 2) : -1
    if (c === '*' && glob[i + 1] === '*') {
      source += glob[i + 2] === '/' ? '(?:[^/]+/)*' : '.*'
      i += glob[i + 2] === '/' ? 2 : 1
    } else if (c === '*') source += '[^/]*'
    else if (c === '?') source += '[^/]'
    else if (closing > 0) {
      source += `[${glob
        .slice(i + 1, closing)
        .replace(/^!/, '^')
        .replaceAll('\\', '\\\\')
        .replaceAll('[', '\\[')}]`
      i = closing
    } else if (c === '{') {
      braces++
      source += '(?:'
    } else if (c === '}' && braces > 0) {
      braces--
      source += ')'
    } else if (c === ',' && braces > 0) source += '|'
    else source += c.replace(/[\\^$.|+()[\]{}]/g, '\\$&')
  }
  return new RegExp(`^${source}${')'.repeat(braces)}$`)
}
