import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'

// What the files in `deploy/` start must be commands and options that there are, and probes that somebody answers.
const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const reference = read('docs/commands.md')
const optionsOf = (command: string): string =>
  new RegExp(`^## ${command}\\n[\\s\\S]*?(?=^## |(?![\\s\\S]))`, 'm').exec(reference)?.[0] ?? ''

function* commands(value: unknown): Generator<string[]> {
  if (Array.isArray(value) && value.every((it) => typeof it === 'string')) {
    const words = value[0] === 'demarche' ? value.slice(1) : value
    if (/^(worker|serve|enqueue|status)$/.test(words[0] ?? '')) yield words
  } else if (typeof value === 'object' && value !== null) for (const it of Object.values(value)) yield* commands(it)
}

test.each(['deploy/compose.yml', 'deploy/kubernetes.yml'])('%s starts what there is', (path) => {
  const documents = parseAllDocuments(read(path), { merge: true }).map((it) => {
    expect(it.errors).toEqual([])
    return it.toJS() as unknown
  })
  const found = [...commands(documents)]
  expect(found.map(([name]) => name)).toEqual(expect.arrayContaining(['worker', 'serve']))
  for (const [name = '', ...options] of found) {
    expect(optionsOf(name)).not.toBe('')
    for (const option of options) expect(optionsOf(name)).toContain(/^--[\w-]+/.exec(option)?.[0] ?? option)
  }
})
