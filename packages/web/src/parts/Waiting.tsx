import type { JSX } from 'preact'
import type { Loaded } from '../api.js'
import { text } from '../text.js'

/** What stands where an answer is not there yet, or failed. */
export function Waiting({ error }: Loaded<unknown>): JSX.Element {
  return error === undefined ? (
    <p class="quiet" role="status">
      {text.loading}
    </p>
  ) : (
    <p class="trouble" role="alert">
      {/token/.test(error) ? text.needToken : text.failed(error)}
    </p>
  )
}
