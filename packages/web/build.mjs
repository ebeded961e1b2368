// Builds the page into the server's package, and lays the sample articles beside it. Does nothing when nothing changed since.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name))
const newest = (paths) => Math.max(0, ...paths.map((path) => statSync(path).mtimeMs))

const dist = at('../demarche/dist/')
mkdirSync(join(dist, 'examples'), { recursive: true })
for (const name of readdirSync(at('../../examples/')))
  if (name.endsWith('.jsonl')) cpSync(join(at('../../examples/'), name), join(dist, 'examples', name))

const made = join(dist, 'web', 'index.html')
const sources = [...files(at('./src/')), at('./index.html'), at('./build.mjs'), at('./vite.config.mjs')]
if (!existsSync(made) || statSync(made).mtimeMs < newest(sources)) {
  const { build } = await import('vite')
  const made = { configFile: at('./vite.config.mjs'), logLevel: 'warn' }
  await build({ ...made, mode: 'site' })
  // A copy takes the atlas from the page.
  const assets = join(dist, 'site', 'assets')
  for (const name of readdirSync(assets)) if (name.startsWith('countries-')) rmSync(join(assets, name))
  await build(made)
}
