import type { ClaimRow } from 'demarche/spec'
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { edition, keepToken, post, token, useAnswer, type Codebook, type Correction, type Paper } from '../api.js'
import { text } from '../text.js'
import { Agreement, ofClaim } from './Agreement.js'

interface CorrectProps {
  readonly paper: Paper
  readonly claim: ClaimRow
  readonly onClose: () => void
}

const parts = (value: string): string[] =>
  value
    .split(',')
    .map((it) => it.trim())
    .filter(Boolean)

/** What a form says differently from the claim; undefined when it says nothing new. */
function changeOf(form: FormData, claim: ClaimRow): Record<string, unknown> | undefined {
  const said = (name: string): string => String(form.get(name) ?? '').trim()
  const change: Record<string, unknown> = {}
  if (form.get('noEvent') !== null) change['noEvent'] = true
  for (const name of ['type', 'status', 'mode'] as const) if (said(name) !== '' && said(name) !== claim[name]) change[name] = said(name)
  const day = said('day')
  if (day !== '' && day !== claim.when.from) change['day'] = { from: day, to: day }
  for (const name of ['actors', 'recipients'] as const) {
    const ids = parts(said(name))
    if (
      ids.join() !==
      claim[name]
        .map(({ actor }) => actor ?? '')
        .filter(Boolean)
        .join()
    )
      change[name] = ids
  }
  return Object.keys(change).length === 0 ? undefined : change
}

/** Corrects a claim. What it writes is a line of the log, shown to be shared; the claim's evidence never changes. */
export function Correct({ paper, claim, onClose }: CorrectProps): JSX.Element {
  const book = useAnswer<Codebook>('/api/codebook').value
  const [trouble, setTrouble] = useState<string>()
  const [line, setLine] = useState<Correction>()
  const first = useRef<HTMLSelectElement>(null)
  useEffect(() => first.current?.focus(), [])
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const given = String(form.get('token') ?? '')
    if (given !== '') keepToken(given)
    const change = changeOf(form, claim)
    if (!change) return setTrouble(text.correct.unchanged)
    localStorage.setItem('who', String(form.get('who')))
    try {
      setLine(
        await post<Correction>('/api/corrections', {
          claim: claim.id,
          document: paper.id,
          who: form.get('who'),
          why: form.get('why'),
          change,
        }),
      )
      setTrouble(undefined)
      edition.value++
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
    }
  }
  const ids = (of: ClaimRow['actors']): string =>
    of
      .map(({ actor }) => actor ?? '')
      .filter(Boolean)
      .join(', ')
  return (
    <section class="correct" aria-label={text.correct.title}>
      <h3>{text.correct.title}</h3>
      <p class="quiet small">{text.correct.lead}</p>
      <Agreement corrections={ofClaim(paper.corrections, claim)} />
      {line && (
        <div role="status">
          <p>{text.correct.saved}</p>
          <pre tabIndex={0}>{JSON.stringify(line)}</pre>
        </div>
      )}
      <datalist id="actors-here">
        {paper.row?.actors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </datalist>
      <form onSubmit={(event) => void send(event)}>
        <label>
          {text.correct.type}
          <select name="type" ref={first}>
            <option value="">
              {text.correct.keep}
              {claim.type === null ? '' : ` (${claim.type})`}
            </option>
            {book?.types.map(({ type, gloss }) => (
              <option key={type} value={type}>{`${type} – ${gloss}`}</option>
            ))}
          </select>
        </label>
        <label>
          {text.correct.mode}
          <input name="mode" value={claim.mode ?? ''} />
        </label>
        <label>
          {text.correct.status}
          <select name="status">
            {Object.entries(text.status).map(([status, words]) => (
              <option key={status} value={status} selected={status === claim.status}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text.correct.day}
          <input type="date" name="day" value={claim.when.from ?? ''} />
        </label>
        <label>
          <span>
            {text.correct.actors} <span class="quiet">({text.correct.ids})</span>
          </span>
          <input name="actors" value={ids(claim.actors)} list="actors-here" />
        </label>
        <label>
          <span>
            {text.correct.recipients} <span class="quiet">({text.correct.ids})</span>
          </span>
          <input name="recipients" value={ids(claim.recipients)} list="actors-here" />
        </label>
        <label class="check">
          <input type="checkbox" name="noEvent" /> {text.correct.noEvent}
        </label>
        <label>
          {text.correct.who}
          <input name="who" required value={localStorage.getItem('who') ?? ''} autocomplete="name" />
        </label>
        <label>
          {text.correct.why}
          <input name="why" required />
        </label>
        {token.value === '' && (
          <label>
            {text.correct.token}
            <input name="token" required autocomplete="off" />
          </label>
        )}
        {trouble !== undefined && (
          <p class="trouble" role="alert">
            {trouble}
          </p>
        )}
        <p class="actions">
          <button type="submit">{text.correct.save}</button>
          <button type="button" class="plain" onClick={onClose}>
            {text.correct.cancel}
          </button>
        </p>
      </form>
    </section>
  )
}
