import { hash } from 'node:crypto'

/** SHA-256 of UTF-8 text or of bytes, as lower-case hex, cut to `digits` (64 at most). */
export function sha256(data: string | Uint8Array, digits = 64): string {
  return hash('sha256', data, 'hex').slice(0, digits)
}

/** A content id: `prefix-` and 16 hex digits of the hash of the parts, joined by a separator that no part may hold. */
export function contentId(prefix: string, ...parts: readonly (string | number | null | undefined)[]): string {
  return `${prefix}-${sha256(parts.map((part) => part ?? '').join('\u001f'), 16)}`
}
