import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// What is coded must not depend on the clock, on chance, or on the place where the machine stands. These folders decide what is coded.
const CORE = ['text', 'time', 'limits', 'spec', 'doc', 'world', 'read', 'coding', 'story', 'ledger', 'store', 'export', 'pipeline.ts']
const BANNED =
  /\b(?:localeCompare|toLocale\w+|Intl\b|Date\.now|Math\.random|randomUUID|randomBytes|performance\.now|process\.(?:hrtime|env)|getTimezoneOffset|new Date\(\))|\.(?:getFullYear|getMonth|getDate|getDay|getHours|getMinutes)\(/
const root = join(import.meta.dirname, '../packages/demarche/src')

const files = CORE.flatMap((name) =>
  name.endsWith('.ts')
    ? [name]
    : (readdirSync(join(root, name), { recursive: true }) as string[]).filter((it) => it.endsWith('.ts')).map((it) => join(name, it)),
).filter((name) => !/\.test(?:\.suite)?\.ts$/.test(name))

test('the core reads no clock, no chance, no locale and no time zone', () => {
  expect(files.length).toBeGreaterThan(150)
  const found = files.flatMap((name) =>
    readFileSync(join(root, name), 'utf8')
      .split('\n')
      .flatMap((line, i) => (BANNED.test(line.replace(/\/\/.*|^\s*\/?\*.*/, '')) ? [`${name}:${i + 1}: ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})

test('what is looked for would be found', () => {
  for (const line of [
    'a.localeCompare(b)',
    'x.toLocaleUpperCase()',
    'new Intl.Collator()',
    'Date.now()',
    'Math.random()',
    'new Date()',
    'd.getMonth()',
  ])
    expect(line).toMatch(BANNED)
})
