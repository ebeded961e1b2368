import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useAnswer, type Explanation, type Reasons } from '../api.js'
import { Link, withMembers } from '../route.js'
import { text } from '../text.js'
import { clause, namer, what } from './names.js'
import { Figures } from './Figures.js'
import { Opinions } from './Opinions.js'
import { Reason } from './Reason.js'
import { Waiting } from './Waiting.js'

interface WhyProps {
  readonly found: Explanation
  /** The report that is read. */
  readonly report: Explanation['told'][number] | undefined
}

/** Why an event is what it is: the rule, what was weighed for the claim that is read, the codes, the ledger, every report. What was weighed is asked for when it is opened. */
export function Why({ found: { event, rule, told, entries }, report }: WhyProps): JSX.Element {
  const [open, setOpen] = useState(false)
  const name = namer([], [event])
  return (
    <details class="why" onToggle={(it) => setOpen(it.currentTarget.open)}>
      <summary>{text.reader.why}</summary>
      <p>
        <b>{text.reader.codes}</b>{' '}
        {[
          `PLOVER ${what(event)}`,
          event.cameo === undefined ? undefined : `CAMEO ${event.cameo}`,
          event.goldstein === undefined ? undefined : `Goldstein ${event.goldstein}`,
          text.quads[event.quad ?? 0],
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {event.figures.length > 0 && <Figures of={event.figures} />}
      {rule ? (
        <p>
          <b>{text.reader.rule}</b> <Link to={`/codebook?rule=${encodeURIComponent(rule.rule)}`}>{rule.rule}</Link>: {rule.gloss}{' '}
          <span class="quiet">({text.reader.ruleAt(rule.file, rule.line)})</span>
        </p>
      ) : (
        <p class="quiet">
          {event.rule}: {text.reader.noRule}
        </p>
      )}
      {open && report && <Weighed document={report.document.id} claim={report.claim.id} />}
      {rule?.ignores && rule.ignores.length > 0 && (
        <>
          <h4>{text.reader.leaves}</h4>
          <ul>
            {rule.ignores.slice(0, 3).map((it) => (
              <li key={it.text}>
                {it.text} <span class="quiet">{it.why}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {entries.length > 0 && (
        <>
          <h4>{text.reader.changed}</h4>
          <ul>
            {entries.map((it, i) => (
              <li key={i}>
                {clause(it, name)}, {text.since(it.since)}
                {it.until === null ? '' : `, ${text.until(it.until)}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{text.reader.reports(told.length)}</h4>
      <ol>
        {told.map((it) => (
          <li key={`${it.document.id} ${it.claim.id}`}>
            <Link to={withMembers({ claim: it.claim.id, document: it.document.id })} aria-current={it === report ? 'true' : undefined}>
              {it.document.publisher ?? it.document.id}, {it.document.published?.day ?? '–'}
            </Link>{' '}
            <q dir="auto">{it.sentence}</q> <span class="quiet">{it.why}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** What coding weighed for one claim, and apart from it what models said. */
function Weighed({ document, claim }: { readonly document: string; readonly claim: string }): JSX.Element {
  const answer = useAnswer<Reasons>(`/api/documents/${encodeURIComponent(document)}/reasons`)
  if (!answer.value) return <Waiting {...answer} />
  const reason = answer.value.reasons.find((it) => it.claim === claim)
  return (
    <>
      {reason ? <Reason it={reason} /> : <p class="quiet">{text.reason.others}</p>}
      <Opinions all={answer.value.opinions.filter((it) => it.claim === claim)} />
    </>
  )
}
