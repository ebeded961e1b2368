import type { ClaimRow } from 'demarche/spec'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useAnswer, type Codebook } from '../api.js'
import { text } from '../text.js'
import { idsIn } from './change.js'

/** The fields of a claim that a reader can correct, as they are now; the first has the focus. */
export function Corrected({ claim }: { readonly claim: ClaimRow }): JSX.Element {
  const book = useAnswer<Codebook>('/api/codebook').value
  const first = useRef<HTMLSelectElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <>
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
        <input name="actors" value={idsIn(claim.actors)} list="actors-here" />
      </label>
      <label>
        <span>
          {text.correct.recipients} <span class="quiet">({text.correct.ids})</span>
        </span>
        <input name="recipients" value={idsIn(claim.recipients)} list="actors-here" />
      </label>
      <label class="check">
        <input type="checkbox" name="noEvent" /> {text.correct.noEvent}
      </label>
    </>
  )
}
