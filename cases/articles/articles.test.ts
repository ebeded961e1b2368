import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleFromText } from 'demarche/ingest'
import { expect, test } from 'vitest'

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.txt'))

test.each(files)('%s', (name) => {
  const [text = '', wanted = ''] = readFileSync(join(import.meta.dirname, name), 'utf8').split('\n==>\n')
  const { removed } = articleFromText(text)
  const lines = wanted.trim() === 'nothing' ? [] : wanted.trim().split('\n')
  const got = removed.map(({ why, span }) => ({ why, text: text.slice(span.from, span.to) }))
  expect(got.map(({ why }) => why)).toEqual(lines.map((line) => line.split(': ')[0]))
  for (const [i, line] of lines.entries()) {
    const [first = '', last = ''] = line.slice(line.indexOf(': ') + 2).split(' … ')
    expect(got[i]!.text.startsWith(first), `${got[i]!.text} starts with ${first}`).toBe(true)
    expect(got[i]!.text.endsWith(last), `${got[i]!.text} ends with ${last}`).toBe(true)
  }
})
