import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// What the built program says of itself, against what the repository shows. To mend: `npm run build && node scripts/reference.mjs`.
const root = new URL('../', import.meta.url)
const script = new URL('scripts/reference.mjs', root).href
const { reference, schemas } = (await import(/* @vite-ignore */ script)) as {
  reference: () => Promise<string>
  schemas: () => Promise<readonly (readonly [string, string])[]>
}

test('docs/commands.md is what the commands say', async () => {
  expect(readFileSync(new URL('docs/commands.md', root), 'utf8')).toBe(await reference())
})

test('every option says what it means', async () => {
  const page = await reference()
  expect(page.match(/^## /gm)!.length).toBeGreaterThan(15)
  expect(page.split('\n').filter((line) => /^\| `[^`]*` \| {1,2}(\(default|\|)/.test(line))).toEqual([])
})

test('the published JSON Schemas are those of the rows', async () => {
  for (const [name, text] of await schemas()) {
    expect(readFileSync(new URL(`packages/demarche/schema/${name}`, root), 'utf8'), name).toBe(text)
  }
})
