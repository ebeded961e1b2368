import { createHmac } from 'node:crypto'

const PREFIX = 'whsec_'

/** Whether a secret is `whsec_` and 24 to 64 bytes in Base64. */
export function isSecret(text: string): boolean {
  const key = text.startsWith(PREFIX) ? text.slice(PREFIX.length) : ''
  const bytes = Buffer.from(key, 'base64')
  return bytes.toString('base64') === key && bytes.length >= 24 && bytes.length <= 64
}

export const secretOf = (key: Uint8Array): string => PREFIX + Buffer.from(key).toString('base64')

/**
 * The headers of a message as Standard Webhooks has them (https://www.standardwebhooks.com): HMAC-SHA256 over id, time stamp and body, with dots between. `seconds` since
 * 1970: who receives it refuses what is older than some minutes, so that a message that was overheard cannot be sent again.
 */
export function signed(id: string, seconds: number, body: string, secret: string): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` }
}
