import { createInbox, type Msg, type NatsConnection } from '@nats-io/transport-node'
import type { Names } from './streams.js'

/** How often a message was handed out, as its reply subject says: `$JS.ACK.stream.consumer.times…`, with a domain and an account before the stream where the broker has them. */
export function timesOf({ reply = '' }: Msg): number {
  const parts = reply.split('.')
  return Number(parts[parts.length > 9 ? 6 : 4])
}

/** What one question to the consumer brought. `gone`: nobody answers for the consumer, it must be made anew. */
export interface Pulled {
  readonly messages: readonly Msg[]
  readonly gone: boolean
}

const GRACE_MS = 2000
const GONE = [404, 409, 503]

/**
 * Asks the consumer for messages: what is there at once, else it waits for the first. The client's own `fetch` waits for a full batch, a second at least, and throws when a
 * heartbeat is missed; a question that brings nothing is no error here.
 */
export async function pull(nc: NatsConnection, names: Names, limit: number, wait: number): Promise<Pulled> {
  const some = await ask(nc, names, { batch: limit, no_wait: true }, 0)
  return some.messages.length > 0 || wait === 0 ? some : ask(nc, names, { batch: 1, expires: wait * 1_000_000 }, wait)
}

async function ask(
  nc: NatsConnection,
  names: Names,
  question: { readonly batch: number; readonly no_wait?: boolean; readonly expires?: number },
  wait: number,
): Promise<Pulled> {
  const inbox = createInbox()
  const answers = nc.subscribe(inbox)
  const timer = setTimeout(() => answers.unsubscribe(), wait + GRACE_MS)
  const messages: Msg[] = []
  let gone = false
  nc.publish(`$JS.API.CONSUMER.MSG.NEXT.${names.work}.${names.consumer}`, JSON.stringify(question), { reply: inbox })
  for await (const answer of answers) {
    const code = answer.headers?.code ?? 0
    if (code === 0) messages.push(answer)
    else if (code !== 100) gone = GONE.includes(code) && !/no messages/i.test(answer.headers?.description ?? '')
    if (messages.length >= question.batch || (code !== 0 && code !== 100)) break
  }
  clearTimeout(timer)
  answers.unsubscribe()
  return { messages, gone }
}
