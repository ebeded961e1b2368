import type { EventRow } from 'demarche/spec'
import { text } from '../text.js'

/** The events of a release's `events.jsonl`. Throws at the first line that is none. */
export async function readRelease(file: File): Promise<EventRow[]> {
  const lines = (await file.text()).split('\n')
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return []
    const event = eventIn(line)
    if (!event) throw new Error(text.compare.broken(file.name, i + 1))
    return [event]
  })
}

function eventIn(line: string): EventRow | undefined {
  try {
    const it = JSON.parse(line) as Partial<EventRow> | null
    const whole =
      typeof it?.id === 'string' &&
      Array.isArray(it.actors) &&
      Array.isArray(it.recipients) &&
      Array.isArray(it.claims) &&
      typeof it.when === 'object' &&
      typeof it.rule === 'string'
    return whole ? (it as EventRow) : undefined
  } catch {
    return undefined
  }
}
