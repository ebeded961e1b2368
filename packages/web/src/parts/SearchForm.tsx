import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { query, useAnswer, type Codebook } from '../api.js'
import { go } from '../route.js'
import { text } from '../text.js'
import { asked } from './asked.js'
import { FIELDS, type Asked } from './command.js'

/** Words alone: what leads from the start to the search. */
export function SearchForm(): JSX.Element {
  return (
    <form class="search" role="search" onSubmit={(it) => send(it)}>
      <Words value="" />
      <button type="submit">{text.search.button}</button>
    </form>
  )
}

/** Words, and all else that narrows events down. */
export function SearchFields(): JSX.Element {
  const now = asked()
  const narrowed = FIELDS.some((field) => field !== 'q' && now[field] !== undefined)
  const [open, setOpen] = useState(narrowed)
  // The types are those of the codebook; they are asked for when somebody wants to choose one.
  const types = useAnswer<Codebook>(open ? '/api/codebook' : undefined).value?.types.map(({ type }) => type) ?? []
  const { search } = text
  return (
    <form class="searching" role="search" onSubmit={(it) => send(it)}>
      <div class="search">
        <Words value={now.q ?? ''} />
        <button type="submit">{search.button}</button>
      </div>
      <details open={narrowed} onToggle={(it) => setOpen(it.currentTarget.open)}>
        <summary>{search.narrow}</summary>
        <div class="grid-fields">
          <Text name="actor" now={now} hint={search.hints.actor} />
          <Text name="with" now={now} hint={search.hints.with} />
          <Choice name="type" now={now} of={types.map((it) => [it, it])} />
          <Choice name="status" now={now} of={Object.entries(text.status)} />
          <Day name="from" now={now} />
          <Day name="to" now={now} />
          <Text name="place" now={now} hint={search.hints.place} />
          <Choice
            name="historical"
            now={now}
            of={[
              ['false', search.news],
              ['true', search.background],
            ]}
          />
        </div>
      </details>
    </form>
  )
}

function send(event: SubmitEvent): void {
  event.preventDefault()
  const form = new FormData(event.currentTarget as HTMLFormElement)
  const said = Object.fromEntries(FIELDS.map((field) => [field, String(form.get(field) ?? '').trim()]))
  go(query('/search', said))
}

const Words = ({ value }: { readonly value: string }): JSX.Element => (
  <label>
    <span class="hidden">{text.search.label}</span>
    <input type="search" name="q" id="search" placeholder={text.search.label} defaultValue={value} />
  </label>
)

interface FieldProps {
  readonly name: keyof typeof text.search.fields
  readonly now: Asked
}

const Text = ({ name, now, hint }: FieldProps & { readonly hint: string }): JSX.Element => (
  <label>
    {text.search.fields[name]}
    <input name={name} placeholder={hint} defaultValue={now[name] ?? ''} />
  </label>
)

const Day = ({ name, now }: FieldProps): JSX.Element => (
  <label>
    {text.search.fields[name]}
    <input type="date" name={name} defaultValue={now[name] ?? ''} />
  </label>
)

function Choice({ name, now, of }: FieldProps & { readonly of: readonly (readonly [string, string])[] }): JSX.Element {
  const value = now[name] ?? ''
  // What the address asks for is there before the list is.
  const all = value === '' || of.some(([it]) => it === value) ? of : [...of, [value, value] as const]
  return (
    <label>
      {text.search.fields[name]}
      <select name={name}>
        <option value="">{text.search.any}</option>
        {all.map(([it, says]) => (
          <option key={it} value={it} selected={it === value}>
            {says}
          </option>
        ))}
      </select>
    </label>
  )
}
