import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'

// A folder's `index.ts` is its door and its table of contents: it lists what the folder gives by name and has nothing of its own.
const source = join(import.meta.dirname, '../packages/demarche/src')
const doors = (readdirSync(source, { recursive: true }) as string[])
  .filter((path) => path.includes(sep) && path.endsWith(`${sep}index.ts`))
  .toSorted()

interface Listed {
  readonly name: string
  readonly isType: boolean
}
const LIST = /export\s+(type\s+)?\{([^}]*)\}\s+from\s+'\.[^']*'\s*;?/g
const listed = (text: string): Listed[] =>
  [...text.matchAll(LIST)].flatMap(([, all, names = '']) =>
    names
      .split(',')
      .map((it) => it.trim())
      .filter((it) => it !== '')
      .map((it) => ({ name: it.replace(/^type\s+/, '').replace(/^.*\sas\s+/, ''), isType: all !== undefined || it.startsWith('type ') })),
  )

test.each(doors)('%s exports exactly what it says', async (path) => {
  const text = readFileSync(join(source, path), 'utf8')
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  expect(code.replace(LIST, '').trim(), 'has something of its own').toBe('')
  const names = listed(code)
  const values = names.filter(({ isType }) => !isType).map(({ name }) => name)
  expect(Object.keys((await import(join(source, path))) as object).toSorted()).toEqual([...new Set(values)].toSorted())
  expect(names.length, 'says a name twice').toBe(new Set(names.map(({ name }) => name)).size)
})
