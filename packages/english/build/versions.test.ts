import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle, models } from '@demarche/english'
import { afterAll, expect, test } from 'vitest'
import { versionsOf } from './versions.js'

const folder = mkdtempSync(join(tmpdir(), 'versions-'))
afterAll(() => rmSync(folder, { recursive: true }))
const sources = pathToFileURL(`${folder}/`)

/** Written by what is in `models/`, so its hash stands for them; or no part of what a row is made by. */
const DERIVED = new Set(['boundary.bin', 'tags.bin', 'tree.bin', 'versions.json', 'format.json'])
const parts = [
  ...readdirSync(bundle).map((name) => ['bundle', name] as const),
  ...readdirSync(models).map((name) => ['models', name] as const),
].filter(([, name]) => !DERIVED.has(name))

for (const name of ['bundle', 'models']) mkdirSync(join(folder, name))
for (const path of parts) writeFileSync(join(folder, ...path), path.join('/'))

test.each(parts)('%s/%s changes exactly one version when it changes', (...path) => {
  const before = versionsOf(sources)
  writeFileSync(join(folder, ...path), 'another')
  const after = versionsOf(sources)
  writeFileSync(join(folder, ...path), path.join('/'))
  const changed = Object.keys(before).filter((key) => before[key as keyof typeof before] !== after[key as keyof typeof after])
  expect(changed).toHaveLength(1)
})
