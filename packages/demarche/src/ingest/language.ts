import { eld } from 'eld/small'

/** The language of a text as an ISO 639-1 code, from its first 2,000 characters; `undefined` where the text is too short to tell. */
export function languageOf(text: string): string | undefined {
  const head = text.slice(0, 2000)
  if (head.trim().length < 20) return undefined
  const found = eld.detect(head)
  return found.language && found.isReliable() ? found.language : undefined
}
