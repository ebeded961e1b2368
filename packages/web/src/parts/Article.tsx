import type { ClaimRow, DocumentRow } from 'demarche/spec'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Link } from '../route.js'
import { text } from '../text.js'
import { cut, fieldsOf } from './spans.js'

interface ArticleProps {
  readonly row: DocumentRow
  readonly claim: ClaimRow | undefined
  /** Where choosing another claim leads. */
  readonly at: (claim: string) => string
}

interface Layer {
  readonly from: number
  readonly to: number
  readonly kind: 'removed' | 'sentence' | 'evidence' | 'field' | 'claim'
  readonly name: string
  readonly say: string
}

/** The article as it came, the evidence marked. Its words are only ever text. */
export function Article({ row, claim, at }: ArticleProps): JSX.Element {
  const { article, claims } = row
  const layers: Layer[] = [
    ...article.removed.map(({ span, why }): Layer => ({ ...span, kind: 'removed', name: why, say: text.reader.removed(why) })),
    ...(claim ? [{ ...claim.sentence, kind: 'sentence', name: 'sentence', say: '' } satisfies Layer] : []),
    ...(claim?.evidence ?? []).map((span): Layer => ({ ...span, kind: 'evidence', name: 'evidence', say: text.fields['evidence']! })),
    ...(claim
      ? fieldsOf(claim, row).map(({ from, to, field, as }): Layer => ({
          from,
          to,
          kind: 'field',
          name: field,
          say: `${text.fields[field] ?? field}${as === undefined ? '' : `: ${as}`}`,
        }))
      : []),
    ...claims
      .filter((it) => it.id !== claim?.id)
      .map((it): Layer => ({
        ...it.trigger,
        kind: 'claim',
        name: it.id,
        say: `${it.type ?? it.rule}, ${text.status[it.status] ?? it.status}`,
      })),
  ]
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const to = box.current?.querySelector('mark.sentence')
    const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches
    to?.scrollIntoView({ block: 'nearest', behavior: reduced ? 'auto' : 'smooth' })
  }, [claim?.id, row.id])
  return (
    <div class="article" ref={box} dir="auto" lang={article.language}>
      {cut(article.text, layers).map(({ from, text: words, covered }) => {
        const on = covered.map((i) => layers[i]!)
        const removed = on.find(({ kind }) => kind === 'removed')
        const field = on.findLast(({ kind }) => kind === 'field')
        const other = on.find(({ kind }) => kind === 'claim')
        const sentence = on.some(({ kind }) => kind === 'sentence')
        const evidence = on.some(({ kind }) => kind === 'evidence')
        if (removed)
          return (
            <del key={from} title={text.reader.nothingCoded}>
              {from === removed.from && <small class="reason">{removed.say}</small>}
              {words}
            </del>
          )
        if (!sentence && !evidence && !field && !other) return words
        const unreal = sentence && claim !== undefined && claim.status !== 'actual'
        const marked =
          field || sentence || evidence ? (
            <mark
              key={from}
              id={field?.name === 'trigger' && field.from === from ? 'evidence' : undefined}
              tabIndex={field?.name === 'trigger' && field.from === from ? -1 : undefined}
              class={`${sentence ? 'sentence ' : ''}${evidence ? 'evidence ' : ''}${unreal ? 'unreal ' : ''}${field ? `field ${field.name}` : ''}`}
              title={field?.say}
            >
              {words}
            </mark>
          ) : (
            words
          )
        if (!other) return marked
        const of = claims.find(({ id }) => id === other.name)
        return (
          <Link
            key={from}
            to={at(other.name)}
            class={`other quad-${of?.quad ?? 0} ${of?.status === 'actual' ? '' : 'unreal'}`}
            title={other.say}
          >
            {marked}
          </Link>
        )
      })}
    </div>
  )
}
