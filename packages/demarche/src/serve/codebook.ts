import type { Rule } from '../coding/index.js'
import type { CodebookAnswer } from './schemas.js'
import type { Served } from './served.js'

/** The coding rules as the page and agents read them: types with their modes, and each rule with its examples. */
export function codebookOf({ book, version }: Pick<Served, 'book' | 'version'>): CodebookAnswer {
  const types = Object.entries(book.schemes.plover.types).map(([type, { gloss, quad, score, modes }]) => ({
    type,
    gloss,
    quad,
    score,
    modes: Object.entries(modes).map(([mode, it]) => ({ mode, ...it })),
  }))
  return { version, types, rules: book.rules.map(shown) }
}

const shown = ({ rule, gloss, codes, finds, ignores, ledger, file, line, off }: Rule): CodebookAnswer['rules'][number] => ({
  rule,
  gloss,
  codes: { ...codes },
  ...(ledger ? { ledger: { ...ledger } } : {}),
  finds: finds.map(({ text, marks }) => ({ text, marks })),
  ignores: ignores.map(({ text, why }) => ({ text, why })),
  file,
  line,
  ...(off ? { off } : {}),
})
