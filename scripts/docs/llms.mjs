// For readers that are programs: llms.txt names every page with what it is about, llms-full.txt holds them all, and each page stands beside its HTML as Markdown.
import { about, PAGES, SECTIONS, text, title } from './pages.mjs'

/** Files by name, for the folder of the site. */
export function llms() {
  const lists = SECTIONS.map(
    ({ name, pages }) => `## ${name}\n\n${pages.map((page) => `- [${title(page)}](/${page}.md): ${about(page)}`).join('\n')}\n`,
  )
  const head = `# demarche\n\n> News in, auditable political event data out: who did what to whom, when, where and according to whom, in PLOVER and CAMEO codes, every field traceable to characters of the source; and the state of the relations of any two actors on any day, as known on any day.\n`
  const pages = PAGES.map((page) => [`${page}.md`, text(page)]).filter(([, it]) => it !== undefined)
  return [
    ['llms.txt', `${head}\n${lists.join('\n')}`],
    ['llms-full.txt', pages.map(([, it]) => it.trim()).join('\n\n---\n\n') + '\n'],
    ...pages,
  ]
}
