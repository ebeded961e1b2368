import { isHidden } from './signals.js'

/** What a container is or stands in, as bits: by its tag, its role, or because it is hidden. */
export const FLAG = {
  article: 1,
  main: 2,
  nav: 4,
  aside: 8,
  footer: 16,
  header: 32,
  form: 64,
  figure: 128,
  table: 256,
  list: 512,
  hidden: 1024,
  dialog: 2048,
  body: 4096,
} as const
const FLAGS: Readonly<Record<string, number>> = {
  article: FLAG.article,
  main: FLAG.main,
  nav: FLAG.nav,
  aside: FLAG.aside,
  footer: FLAG.footer,
  header: FLAG.header,
  form: FLAG.form,
  figure: FLAG.figure,
  figcaption: FLAG.figure,
  table: FLAG.table,
  ul: FLAG.list,
  ol: FLAG.list,
  dialog: FLAG.dialog,
}
const ROLES: Readonly<Record<string, number>> = {
  main: FLAG.main,
  navigation: FLAG.nav,
  complementary: FLAG.aside,
  contentinfo: FLAG.footer,
  banner: FLAG.header,
  article: FLAG.article,
  dialog: FLAG.dialog,
  search: FLAG.form,
  menu: FLAG.nav,
}
const numberOf = (table: Readonly<Record<string, number>>, name: string): number => (Object.hasOwn(table, name) ? table[name]! : 0)

/** The bits of an element besides those of its parent. */
export const flagsOf = (name: string, attributes: Readonly<Record<string, string>>): number =>
  numberOf(FLAGS, name) |
  numberOf(ROLES, attributes['role'] ?? '') |
  (isHidden(attributes) ? FLAG.hidden : 0) |
  (attributes['itemprop'] === 'articleBody' ? FLAG.body : 0)
