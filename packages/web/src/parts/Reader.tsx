import type { JSX } from 'preact'
import { useAnswer, type Explanation } from '../api.js'
import { eventAt, Link, member, withMembers } from '../route.js'
import { text } from '../text.js'
import { clause, list, namer, what } from './names.js'
import { Paper } from './Paper.js'
import { Waiting } from './Waiting.js'

/** An event: why it is coded so, its reports, and the article of the chosen report. `report` in the address says which. */
export function Reader({ id, close }: { readonly id: string; readonly close?: string | undefined }): JSX.Element {
  const answer = useAnswer<Explanation>(`/api/events/${encodeURIComponent(id)}/explanation`)
  const found = answer.value
  if (!found) return <Waiting {...answer} />
  const { event, rule, told, entries } = found
  const claim = member('claim')
  const report = told.find((it) => it.claim.id === claim && (member('document') ?? it.document.id) === it.document.id) ?? told[0]
  const name = namer([], [event])
  const document = member('document') ?? report?.document.id
  return (
    <section class="reader" aria-label={text.reader.title}>
      <header>
        <h2>
          <i class={`dot quad-${event.quad ?? 0}`} aria-hidden="true" />
          {what(event)}
        </h2>
        {close !== undefined && (
          <Link to={close} class="close" aria-label={text.reader.close}>
            ×
          </Link>
        )}
        <p>
          {event.when.from ?? '–'} · {list(event.actors)}
          {event.recipients.length > 0 ? ` → ${list(event.recipients)}` : ''}
          {event.where && ` · ${event.where.name}`}
        </p>
        {event.respondsTo !== undefined && (
          <p>
            <Link
              to={
                member('event') === undefined
                  ? eventAt(event.respondsTo)
                  : withMembers({ event: event.respondsTo, claim: undefined, document: undefined })
              }
            >
              {text.reader.responds}
            </Link>
          </p>
        )}
      </header>
      <details class="why">
        <summary>{text.reader.why}</summary>
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
        {rule?.ignores && rule.ignores.length > 0 && (
          <>
            <p>
              <b>{text.reader.leaves}</b>
            </p>
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
            <p>
              <b>{text.reader.changed}</b>
            </p>
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
        <p>
          <b>{text.reader.reports(told.length)}</b>
        </p>
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
      {document !== undefined && (
        <Paper
          key={document}
          id={document}
          claim={claim ?? report?.claim.id}
          at={(to, of) => withMembers({ event: of ?? id, claim: to, document })}
        />
      )}
    </section>
  )
}
