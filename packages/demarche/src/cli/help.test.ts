import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundlePart } from '../bundle.js'
import { checkFlags } from './flags.js'
import { type Described, helpOf, overview } from './help.js'
import { GROUPS } from './help-words.js'
import { PLOVER_TYPES, typeOption } from './options.js'

const files = readdirSync(join(import.meta.dirname, 'commands')).filter((name) => /^[a-z]+\.ts$/.test(name))
const commands = new Map<string, Described>(
  await Promise.all(
    files.map(async (file) => [file.slice(0, -3), ((await import(`./commands/${file}`)) as { default: Described }).default] as const),
  ),
)
const listed = Object.values(GROUPS).flatMap((of) => Object.entries(of))

test('every command stands in one group, and the overview keeps to its width', () => {
  expect(listed.map(([name]) => name).toSorted()).toEqual([...commands.keys()].toSorted())
  const lines = overview(new Map([...commands].map(([name, it]) => [name, it.meta?.description ?? '']))).split('\n')
  expect(lines.filter((line) => line.length > 100)).toEqual([])
  expect(lines.filter((line) => /^ {2}[a-z]+ {2,}\w/.test(line)).length).toBe(commands.size)
})

test.each(listed)('%s has examples, and each has only options that there are', (name, { examples }) => {
  expect(examples.length).toBeGreaterThan(0)
  for (const example of examples) {
    const words = example
      .slice(example.indexOf(`demarche ${name}`))
      .split(/ [|<>] /)[0]!
      .split(' ')
    expect(words.slice(0, 2)).toEqual(['demarche', name])
    expect(() => checkFlags(name, commands.get(name)!.args ?? {}, words.slice(2))).not.toThrow()
    expect(helpOf(name, commands.get(name)!)).toContain(`  ${example}\n`.trimEnd())
  }
})

test('the types that may be asked for are those of the scheme', () => {
  const { schemes } = bundlePart('rules') as { schemes: { plover: { types: object } } }
  expect([...PLOVER_TYPES].toSorted()).toEqual(Object.keys(schemes.plover.types).toSorted())
  expect([typeOption('assault'), typeOption(undefined)]).toEqual(['ASSAULT', undefined])
  expect(() => typeOption('ATTACK')).toThrow('“ATTACK” is no PLOVER type; there are AGREE')
})

test('help tells the operands, the options with their other names and values, and what is usual', () => {
  const help = helpOf('dyad', commands.get('dyad')!)
  expect(help).toContain('demarche dyad A B [options]')
  expect(help).toMatch(/--db, --store PATH\s+the ledger: a database file.*\(default:\s+demarche\.db\)/s)
  expect(help).toMatch(/--json\s+as JSON\n/)
})
