import type { EventRow } from 'demarche/spec'
import { changesBetween } from 'demarche/changes'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { isStatic, query, useAnswer, type Diff } from '../api.js'
import { Changes } from '../parts/Changes.js'
import { readRelease } from '../parts/release.js'
import { Waiting } from '../parts/Waiting.js'
import { choose, member } from '../route.js'
import { text } from '../text.js'

/** What two days of knowledge, or two releases on the reader's disk, differ in. */
export function Compare(): JSX.Element {
  const asked = { before: member('before'), after: member('after'), a: member('a'), b: member('b') }
  const ready = asked.before !== undefined && asked.after !== undefined && !isStatic
  const answer = useAnswer<Diff>(ready ? query('/api/diff', asked) : undefined)
  const [files, setFiles] = useState<Diff>()
  return (
    <>
      <h1>{text.compare.title}</h1>
      <p class="quiet">{text.compare.lead}</p>
      {!isStatic && <Days asked={asked} onAsk={() => setFiles(undefined)} />}
      <Files onRead={setFiles} />
      {files ? <Changes diff={files} /> : ready && (answer.value ? <Changes diff={answer.value} /> : <Waiting {...answer} />)}
    </>
  )
}

interface DaysProps {
  readonly asked: Readonly<Record<'before' | 'after' | 'a' | 'b', string | undefined>>
  readonly onAsk: () => void
}

function Days({ asked, onAsk }: DaysProps): JSX.Element {
  const send = (event: SubmitEvent): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const said = (name: string): string | undefined => String(form.get(name) ?? '').trim() || undefined
    onAsk()
    choose({ before: said('before'), after: said('after'), a: said('a'), b: said('b') })
  }
  return (
    <form class="range" onSubmit={send}>
      <label>
        {text.compare.before}
        <input type="date" name="before" required value={asked.before ?? ''} />
      </label>
      <label>
        {text.compare.after}
        <input type="date" name="after" required value={asked.after ?? ''} />
      </label>
      <label>
        {text.compare.one}
        <input name="a" value={asked.a ?? ''} />
      </label>
      <label>
        {text.compare.other}
        <input name="b" value={asked.b ?? ''} />
      </label>
      <button type="submit">{text.compare.button}</button>
    </form>
  )
}

/** Two files are read and compared in the browser, by the same function as `demarche diff`. */
function Files({ onRead }: { readonly onRead: (diff: Diff) => void }): JSX.Element {
  const [trouble, setTrouble] = useState<string>()
  const [releases, setReleases] = useState<{ readonly before?: readonly EventRow[]; readonly after?: readonly EventRow[] }>({})
  const read = async (side: 'before' | 'after', file: File | undefined): Promise<void> => {
    if (!file) return
    try {
      const now = { ...releases, [side]: await readRelease(file) }
      setReleases(now)
      setTrouble(undefined)
      if (!now.before || !now.after) return
      const { added, removed, changed } = changesBetween(now.before, now.after)
      const counts = { added: added.length, removed: removed.length, changed: changed.length }
      onRead({ added, removed, changed, counts, entries: { added: [], removed: [] } })
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
    }
  }
  const input = (side: 'before' | 'after', label: string): JSX.Element => (
    <label>
      {label}
      <input type="file" accept=".jsonl,.ndjson" onChange={(it) => void read(side, it.currentTarget.files?.[0])} />
    </label>
  )
  return (
    <details class="files" open={isStatic}>
      <summary>{text.compare.files}</summary>
      <div class="range">
        {input('before', text.compare.first)}
        {input('after', text.compare.second)}
      </div>
      {trouble !== undefined && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
    </details>
  )
}
