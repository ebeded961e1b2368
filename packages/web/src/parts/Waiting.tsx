import type { JSX } from 'preact'
import { isStatic, query, type Loaded } from '../api.js'
import { Link } from '../route.js'
import { text } from '../text.js'

/** What stands where an answer is not there yet, or failed. */
export function Waiting({ error, missing }: Loaded<unknown>): JSX.Element {
  return error === undefined ? (
    <p class="quiet" role="status">
      {text.loading}
    </p>
  ) : (
    <p class="trouble" role="alert">
      {/token/.test(error) ? text.needToken : missing === true && isStatic ? text.notInCopy : text.failed(error)}
    </p>
  )
}

/** What stands where an address names what the ledger does not hold, and where to look instead. */
export function Nobody({ name }: { readonly name: string }): JSX.Element {
  return (
    <>
      <h1>{text.nobody.title}</h1>
      <p role="alert">{isStatic ? text.notInCopy : text.nobody.says(name)}</p>
      <p>
        {!isStatic && (
          <>
            <Link to={query('/search', { q: name })}>{text.nobody.search}</Link> ·{' '}
          </>
        )}
        <Link to="/">{text.nobody.start}</Link>
      </p>
    </>
  )
}
