// The codebook as pages of the site: one a type, made from the rules that the program codes by.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'

const root = new URL('../../', import.meta.url)

/** Pages by name: `index`, and one a PLOVER type. */
export async function codebookPages() {
  const { codebook } = await import(new URL('packages/demarche/dist/coding/index.js', root))
  const { bundlePart } = await import(new URL('packages/demarche/dist/pipeline.js', root))
  const book = bundlePart('rules')
  const [head, ...parts] = codebook(book, book.notCoded).split(/^## /m)
  const pages = parts.map((part) => {
    const end = part.indexOf('\n')
    const name = part.slice(0, end).trim()
    return { name, slug: slug(name), text: `# ${name}\n${part.slice(end)}` }
  })
  const rows = pages.map(
    ({ name, slug: file, text }) => `| [${name}](${file}.md) | ${gloss(text)} | ${text.match(/^### /gm)?.length ?? 0} |`,
  )
  const index = `${head.trim()}\n\nEach rule with its words, its conditions and its examples; the examples are its tests.\n\n| page | what it holds | rules |\n|---|---|---|\n${rows.join('\n')}\n`
  return [['index', index], ...pages.map(({ slug: file, text }) => [file, text])]
}

const slug = (name) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
const gloss = (text) =>
  (text.split('\n\n')[1] ?? '')
    .split('\n')[0]
    .replace(/^[|#].*$/, '')
    .replaceAll('|', '\\|')

export async function writeCodebook() {
  const folder = new URL('docs/codebook/', root)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, page] of await codebookPages()) writeFileSync(new URL(`${name}.md`, folder), page)
}
