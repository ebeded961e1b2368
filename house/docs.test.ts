import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, expect, test } from 'vitest'

// The documents: every page stands in the site, nothing of the program is left out, and what a page tells to type works.
const root = join(import.meta.dirname, '..')
const load = (name: string) => import(/* @vite-ignore */ join(root, 'scripts/docs', name))
const { PAGES, text } = (await load('pages.mjs')) as { PAGES: string[]; text: (page: string) => string | undefined }
const { codebookPages } = (await load('codebook.mjs')) as { codebookPages: () => Promise<[string, string][]> }
const { llms } = (await load('llms.mjs')) as { llms: () => [string, string][] }
const { blocks } = (await load('blocks.mjs')) as { blocks: (page: string, language: string) => string[] }
const { bundlePart, loadPipeline } = await import('demarche/pipeline')

// A new page gets its place in scripts/docs/pages.mjs.
test('every page is in the contents of the site, and every page of the contents is there', () => {
  const files = (readdirSync(join(root, 'docs'), { recursive: true }) as string[])
    .filter((it) => it.endsWith('.md') && !it.startsWith('codebook') && !it.startsWith('.') && it !== 'index.md')
    .map((it) => it.slice(0, -3))
  expect(PAGES.filter((it) => it !== 'codebook/index').toSorted()).toEqual(files.toSorted())
})

test('how-it-works names every layer that a stage gives', () => {
  const page = text('how-it-works')!
  const layers = loadPipeline().stages.flatMap(({ gives }) => gives)
  expect(layers.length).toBeGreaterThan(10)
  expect(layers.filter((it) => !page.includes(`\`${it}\``))).toEqual([])
})

test('the codebook holds every type, mode and rule', async () => {
  const all = (await codebookPages()).map(([, page]) => page).join('\n')
  const { rules, schemes } = bundlePart('rules') as {
    rules: { rule: string }[]
    schemes: { plover: { types: Record<string, { modes: object }> } }
  }
  const types = Object.entries(schemes.plover.types)
  expect(types.length).toBeGreaterThan(15)
  const missing = [
    ...types.map(([type]) => `# ${type}\n`),
    ...types.flatMap(([, { modes }]) => Object.keys(modes).map((mode) => `| ${mode} |`)),
    ...rules.map(({ rule }) => `### ${rule}\n`),
  ].filter((it) => !all.includes(it))
  expect(missing).toEqual([])
})

test('llms.txt names every page with what it is about', () => {
  const index = Object.fromEntries(llms())['llms.txt']!
  for (const page of PAGES) expect(index).toContain(`(/${page}.md): `)
  expect(index.split('\n').filter((it) => /^- .*: *$/.test(it) && !it.includes('codebook'))).toEqual([])
})

const folder = mkdtempSync(join(tmpdir(), 'demarche-docs-'))
symlinkSync(join(root, 'examples'), join(folder, 'examples'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const bin = join(root, 'packages/demarche/bin/demarche.js')
const shell = (code: string): string =>
  execFileSync('bash', ['-euc', `npx() { shift; '${process.execPath}' '${bin}' "$@"; }\n${code}`], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
const has = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0

test('commands, SQL, Python and R of the guide and the recipes run', { timeout: 240_000 }, async () => {
  const duckdb = await (await DuckDBInstance.create(':memory:')).connect()
  await duckdb.run(`SET file_search_path = '${folder}'`)
  const others = [
    ...(has('python3', '-c', 'import sqlite3') ? [['python', 'python3', '-c'] as const] : []),
    ...(has('Rscript', '--version') ? [['r', 'Rscript', '-e'] as const] : []),
  ]
  for (const page of PAGES.filter((it) => /^(?:guide|recipes)\//.test(it))) {
    for (const code of blocks(text(page)!, 'sh')) shell(code)
    for (const code of blocks(text(page)!, 'sql')) {
      const rows = (await duckdb.runAndReadAll(code)).getRowObjects()
      expect(rows.length, `${page}: ${code}`).toBeGreaterThan(0)
    }
    for (const [language, program, flag] of others) {
      for (const code of blocks(text(page)!, language))
        expect(execFileSync(program, [flag, code], { cwd: folder, encoding: 'utf8' }), page).not.toBe('')
    }
  }
})

test('each picture of a page is there', () => {
  const pictures = new Set(readdirSync(join(root, 'docs/pictures')))
  const shown = PAGES.flatMap((page) =>
    [...(text(page) ?? '').matchAll(/!\[[^\]]+\]\((?:\.\.\/)?pictures\/([^)]+)\)/g)].map((it) => it[1]!),
  )
  expect(shown.length).toBeGreaterThan(6)
  expect(shown.filter((it) => !pictures.has(it))).toEqual([])
})

test('each promise of the page names a test that is there', () => {
  const rows = [...text('page')!.matchAll(/^\| .+ \| `([^`]+\.test\.ts)`: (.+) \|$/gm)]
  expect(rows.length).toBeGreaterThan(20)
  const code = (path: string): string => readFileSync(join(root, path.replace(/^serve\//, 'packages/demarche/src/serve/')), 'utf8')
  expect(rows.filter(([, path, name]) => !code(path!).includes(name!)).map(([row]) => row)).toEqual([])
})
