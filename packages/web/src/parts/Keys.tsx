import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { useKeys } from '../keys.js'
import { text } from '../text.js'

/** The keys of the page, in a dialog that `?` opens. */
export function Keys(): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null)
  const open = (): void => dialog.current?.showModal()
  useKeys({ '?': open })
  return (
    <>
      <button type="button" class="plain" onClick={open}>
        {text.keys.open}
      </button>
      <dialog ref={dialog} aria-labelledby="keys-title">
        <form method="dialog">
          <h2 id="keys-title">{text.keys.title}</h2>
          <dl class="keys">
            {text.keys.list.map(([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <button type="submit">{text.reader.close}</button>
        </form>
      </dialog>
    </>
  )
}
