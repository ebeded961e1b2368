import type { JSX } from 'preact'
import { go, member } from '../route.js'
import { text } from '../text.js'

export function SearchForm(): JSX.Element {
  const send = (event: SubmitEvent): void => {
    event.preventDefault()
    const words = String(new FormData(event.currentTarget as HTMLFormElement).get('q') ?? '').trim()
    if (words !== '') go(`/search?q=${encodeURIComponent(words)}`)
  }
  return (
    <form class="search" role="search" onSubmit={send}>
      <label>
        <span class="hidden">{text.search.label}</span>
        <input type="search" name="q" id="search" placeholder={text.search.label} value={member('q') ?? ''} />
      </label>
      <button type="submit">{text.search.button}</button>
    </form>
  )
}
