/** User words as a query of FTS5 that can only match words: operators of its language are quoted away, a NUL, which would end the query, parts words; phrases in double quotes stay phrases. */
export function ftsQuery(text: string): string {
  const parts = [...text.matchAll(/"([^"]+)"|(\S+)/g)].map((match) =>
    (match[1] ?? match[2] ?? '').replaceAll('"', '').replaceAll('\0', ' '),
  )
  return (
    parts
      .filter((part) => /[\p{L}\p{N}]/u.test(part))
      .map((part) => `"${part}"`)
      .join(' ') || '""'
  )
}
