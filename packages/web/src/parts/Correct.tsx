import type { ClaimRow } from 'demarche/spec'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { edition, keepToken, post, token, type Correction, type Paper } from '../api.js'
import { text } from '../text.js'
import { Agreement, ofClaim } from './Agreement.js'
import { changeOf } from './change.js'
import { Corrected } from './Corrected.js'

interface CorrectProps {
  readonly paper: Paper
  readonly claim: ClaimRow
  readonly onClose: () => void
}

/** Corrects a claim. What it writes is a line of the log, shown to be shared; the claim's evidence never changes. */
export function Correct({ paper, claim, onClose }: CorrectProps): JSX.Element {
  const [trouble, setTrouble] = useState<string>()
  const [line, setLine] = useState<Correction>()
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
        <Corrected claim={claim} />
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
