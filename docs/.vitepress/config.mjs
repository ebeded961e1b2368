import { defineConfig } from 'vitepress'
import { SECTIONS, title } from '../../scripts/docs/pages.mjs'

// The site of the documents. Nothing in it comes from elsewhere: fonts and search are part of it. Code that is shown is never run, and HTML in a text is shown as text.
export default defineConfig({
  title: 'demarche',
  description: 'Auditable political event data: who did what to whom, when, where and according to whom.',
  lang: 'en-GB',
  cleanUrls: false,
  lastUpdated: false,
  markdown: { html: false },
  // Pages name files of the repository, which are no pages.
  ignoreDeadLinks: [/^(?:\.\/)?(?:\.\.\/)+(?:CONTRIBUTING|CHANGELOG|SECURITY|README|LICENSE|packages|examples|cases|bench|deploy)/],
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'First five minutes', link: '/guide/start' },
      { text: 'Commands', link: '/commands' },
      { text: 'Codebook', link: '/codebook/' },
    ],
    sidebar: SECTIONS.map(({ name, pages }) => ({ text: name, items: pages.map((page) => ({ text: title(page), link: `/${page}` })) })),
    outline: [2, 3],
  },
})
