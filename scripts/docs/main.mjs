#!/usr/bin/env node
// Makes the site of the documents in out/docs: codebook from the rules, pages by VitePress, llms.txt. Needs no network.
// Usage: npm run docs
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vitepress'
import { writeCodebook } from './codebook.mjs'
import { llms } from './llms.mjs'

const root = new URL('../../', import.meta.url)
const out = new URL('out/docs/', root)

await writeCodebook()
await build(fileURLToPath(new URL('docs', root)), { outDir: fileURLToPath(out) })
for (const [name, text] of llms()) {
  const file = new URL(name, out)
  mkdirSync(new URL('.', file), { recursive: true })
  writeFileSync(file, text)
}
console.log('the site is in out/docs')
