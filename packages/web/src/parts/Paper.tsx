import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { isStatic, useAnswer, type Paper as PaperAnswer } from '../api.js'
import { useKeys } from '../keys.js'
import { go } from '../route.js'
import { text } from '../text.js'
import { Article } from './Article.js'
import { Correct } from './Correct.js'
import { Fields } from './Fields.js'
import { Waiting } from './Waiting.js'

interface PaperProps {
  readonly id: string
  readonly claim: string | undefined
  /** Where choosing a claim leads, given the event it is of. */
  readonly at: (claim: string, event: string | undefined) => string
}

/** Takes the focus to the words of the act. */
function toEvidence(): void {
  const words = document.getElementById('evidence')
  words?.scrollIntoView({ block: 'center' })
  words?.focus({ preventScroll: true })
}

/** One article with a chosen claim: fields, marked text, correction. Keys n, p, e and c. */
export function Paper({ id, claim: wanted, at }: PaperProps): JSX.Element {
  const answer = useAnswer<PaperAnswer>(`/api/documents/${encodeURIComponent(id)}`)
  const [correcting, setCorrecting] = useState(false)
  const paper = answer.value
  const claims = (paper?.row?.claims ?? []).toSorted((a, b) => a.trigger.from - b.trigger.from)
  const index = Math.max(
    0,
    claims.findIndex((it) => it.id === wanted),
  )
  const claim = claims[index]
  const step = (by: number): void => {
    const to = claims[(index + by + claims.length) % claims.length]
    if (to && paper) go(at(to.id, paper.events[to.id]), 'replace')
  }
  useKeys({
    n: () => step(1),
    p: () => step(-1),
    e: toEvidence,
    c: claim && !isStatic ? () => setCorrecting(true) : undefined,
    Escape: correcting ? () => setCorrecting(false) : undefined,
  })
  if (!paper) return <Waiting {...answer} />
  const { row, failure } = paper
  if (!row)
    return (
      <p class="trouble">
        {text.reader.notCoded}: {failure ? `${failure.reason}; ${failure.cure}` : paper.state}
      </p>
    )
  const { title, publisher, published, byline, uri, removed } = row.article
  return (
    <article class="paper">
      <header>
        <h3 dir="auto" class="title">
          {title ?? id}
        </h3>
        <p class="quiet">
          {[publisher, byline, published?.day].filter(Boolean).join(' · ')}
          {removed.length > 0 ? ` · ${text.reader.removedCount(removed.length)}` : ''}
        </p>
        {uri !== undefined && (
          <p class="quiet uri">
            {text.reader.source}: {uri}
          </p>
        )}
      </header>
      {claim ? (
        <>
          <p class="steps">
            <button type="button" class="plain" onClick={() => step(-1)} aria-label={text.reader.previous} title={text.reader.previous}>
              ‹
            </button>
            <span>{text.reader.claims(index + 1, claims.length)}</span>
            <button type="button" class="plain" onClick={() => step(1)} aria-label={text.reader.next} title={text.reader.next}>
              ›
            </button>
            <button type="button" class="plain" onClick={toEvidence}>
              {text.reader.evidence}
            </button>
            {!isStatic && (
              <button type="button" class="plain" onClick={() => setCorrecting(!correcting)} aria-expanded={correcting}>
                {text.correct.open}
              </button>
            )}
          </p>
          <Fields claim={claim} row={row} />
          {correcting && <Correct key={claim.id} paper={paper} claim={claim} onClose={() => setCorrecting(false)} />}
        </>
      ) : (
        <p class="quiet">{text.reader.noClaims}</p>
      )}
      <Article row={row} claim={claim} at={(to) => at(to, paper.events[to])} />
    </article>
  )
}
