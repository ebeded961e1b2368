import type { ArticleRow, TokenRow } from '../spec/index.js'
import { fit, printable } from './cell.js'

interface Page {
  readonly article?: ArticleRow
  readonly tokens?: readonly TokenRow[]
  readonly sentences?: readonly { readonly span: { readonly from: number; readonly to: number } }[]
}

/** An article as a person reads it: head, text with what was removed marked, and the trees where they were asked for. */
export function articlePage(row: Readonly<Record<string, unknown>>): string {
  const { article, tokens, sentences } = row as Page
  if (!article) return ''
  const head = [
    article.title,
    article.byline,
    article.publisher,
    article.published && `${article.published.day} (${article.published.basis})`,
    article.uri,
  ].filter(Boolean)
  const layers = Object.entries(row).filter(([name, value]) => Array.isArray(value) && name !== 'tokens' && name !== 'sentences')
  return printable(
    [
      ...head,
      head.length > 0 ? '' : undefined,
      marked(article),
      '',
      ...(tokens ? [trees(article.text, tokens, sentences ?? [])] : []),
      ...layers.map(([name, value]) => `${name}\n${(value as readonly unknown[]).map((it) => `  ${JSON.stringify(it)}`).join('\n')}\n`),
    ]
      .filter((it) => it !== undefined)
      .join('\n'),
  )
}

/** The text, with each removed part in brackets behind its reason. */
function marked({ text, removed }: ArticleRow): string {
  let at = 0
  let page = ''
  for (const { span, why } of removed) {
    page += `${text.slice(at, span.from)}[removed, ${why}: ${text.slice(span.from, span.to)}]`
    at = span.to
  }
  return page + text.slice(at)
}

function trees(text: string, tokens: readonly TokenRow[], sentences: NonNullable<Page['sentences']>): string {
  let i = 0
  return sentences
    .map(({ span }, number) => {
      const first = i
      while (i < tokens.length && tokens[i]!.span.from < span.to) i++
      const lines = tokens.slice(first, i).map((token, at) => {
        const governor = token.head < 0 ? 0 : token.head - first + 1
        return `  ${String(at + 1).padStart(3)}  ${fit(text.slice(token.span.from, token.span.to), 20)} ${fit(token.lemma, 18)} ${fit(token.upos, 6)} ${fit(token.xpos, 5)} ${String(governor).padStart(3)}  ${token.deprel}`
      })
      return `${number + 1}. ${text.slice(span.from, span.to)}\n${lines.join('\n')}\n`
    })
    .join('\n')
}
