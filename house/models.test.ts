import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

// A model is changed together with `training/models.json`, which says how it is made. Packed ones are compared unpacked: another zlib packs otherwise.
const folder = new URL('../packages/english/models/', import.meta.url)
const told = JSON.parse(readFileSync(new URL('../training/models.json', import.meta.url), 'utf8')) as Record<
  string,
  { readonly sha256: string }
>

test('the shipped models are those that training/models.json tells of', () => {
  const names = readdirSync(folder).filter((name) => name !== 'format.json')
  const found = names.map((name) => {
    const bytes = readFileSync(new URL(name, folder))
    return [
      name,
      createHash('sha256')
        .update(name.endsWith('.gz') ? gunzipSync(bytes) : bytes)
        .digest('hex'),
    ]
  })
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(Object.entries(told).map(([name, { sha256 }]) => [name, sha256])))
})
