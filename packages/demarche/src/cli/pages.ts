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
      ...(article.removed.length > 0 ? [removals(article), ''] : []),
      ...(article.related.length > 0 ? ['related', ...article.related.map((it) => `  ${it}`), ''] : []),
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

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0

/** What was removed, reason by reason: how many parts and words, the most first. A person sees from it whether the article is whole. */
function removals({ text, removed }: ArticleRow): string {
  const sums = new Map<string, { parts: number; words: number }>()
  let gone = 0
  for (const { span, why } of removed) {
    const sum = sums.get(why) ?? { parts: 0, words: 0 }
    const words = countWords(text.slice(span.from, span.to))
    sums.set(why, { parts: sum.parts + 1, words: sum.words + words })
    gone += words
  }
  const lines = [...sums]
    .toSorted((a, b) => b[1].words - a[1].words || (a[0] < b[0] ? -1 : 1))
    .map(([why, { parts, words }]) => `  ${why.padEnd(14)} ${String(parts).padStart(5)} parts ${String(words).padStart(6)} words`)
  return [`removed: ${gone} of ${countWords(text)} words`, ...lines].join('\n')
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
