import { setTimeout as pause } from 'node:timers/promises'
import { JetStreamApiError, jetstream, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream'
import { connect, type Msg, type NatsConnection } from '@nats-io/transport-node'
import { Problem, sha256 } from 'demarche/text'
import type { Buried, Delivery, WorkerReport, WorkLog } from 'demarche/work'
import { readAddress, type LogAddress } from './address.js'
import { pull, timesOf } from './pull.js'
import { ensure, namesOf, type Names } from './streams.js'

export interface JetStreamOptions {
  /** `nats://host:port/name?replicas=3`. */
  readonly url: string
  /** Milliseconds after which a document of which nothing is heard is handed out again; default 30 s. */
  readonly patience?: number
  /** Milliseconds between questions whether the broker is there; after two without an answer the connection is made anew. Default 10 s. */
  readonly ping?: number
}

/** Announcements that wait for the broker's answer at a time. */
const FLIGHT = 256
const TRIES = 60
const PAUSE_MS = 500
/** Buried documents that are listed. */
const LISTED = 1000
/** The broker's word for: a subject has its one message already. */
const TAKEN = 10077

/** The log of work between machines, on NATS JetStream. It outlives restarts of the broker: what it could not keep, the sweeper announces again. */
export async function openJetStream({ url, patience = 30_000, ping = 10_000 }: JetStreamOptions): Promise<WorkLog> {
  const address = readAddress(url)
  const nc = await connected(address, ping)
  const names = namesOf(address.name)
  const jsm = await jetstreamManager(nc, { timeout: 5000 }).catch(async (cause: unknown) => {
    await nc.close()
    throw unreachable(address, 'JetStream is not switched on there', cause)
  })
  const make = (): Promise<void> => ensure(jsm, names, address.name, patience, address.replicas)
  await make().catch(async (cause: unknown) => {
    await nc.close()
    throw cause instanceof JetStreamApiError ? unreachable(address, `it makes no streams: ${cause.message}`, cause) : cause
  })
  return logOver({ nc, jsm, js: jetstream(nc, { timeout: 2000 }), names, make, up: watch(nc) })
}

async function connected({ servers, tls, user, pass, token }: LogAddress, pingInterval: number): Promise<NatsConnection> {
  const who = token === undefined ? (user === undefined ? {} : { user, pass: pass ?? '' }) : { token }
  try {
    return await connect({
      servers: [...servers],
      ...who,
      ...(tls ? { tls: {} } : {}),
      maxReconnectAttempts: -1,
      reconnectTimeWait: 250,
      // A machine that is gone says nothing: only silence tells.
      pingInterval,
      maxPingOut: 2,
      name: 'demarche',
    })
  } catch (cause) {
    throw unreachable({ servers }, cause instanceof Error ? cause.message : String(cause), cause)
  }
}

const unreachable = ({ servers }: Pick<LogAddress, 'servers'>, fault: string, cause: unknown): Problem =>
  new Problem(
    {
      reason: 'no-log',
      place: servers.join(', '),
      fault,
      cure: 'check the address, that nats-server runs with JetStream, and as a cluster where replicas are asked for',
    },
    { cause },
  )

/** Whether the connection stands at the moment. Questions that are asked while it does not would be sent late, and their answers lost. */
function watch(nc: NatsConnection): () => boolean {
  let up = true
  void (async () => {
    for await (const { type } of nc.status()) {
      if (type === 'disconnect' || type === 'staleConnection') up = false
      if (type === 'reconnect') up = true
    }
  })()
  return () => up && !nc.isClosed()
}

interface Wires {
  readonly nc: NatsConnection
  readonly jsm: JetStreamManager
  readonly js: JetStreamClient
  readonly names: Names
  readonly make: () => Promise<void>
  readonly up: () => boolean
}

function logOver({ nc, jsm, js, names, make, up }: Wires): WorkLog {
  const key = (text: string): string => sha256(text, 40)

  async function announce(document: string, coder: string): Promise<number> {
    for (let i = 0; ; i++) {
      try {
        const done = await js.publish(names.subject('work', key(document)), JSON.stringify({ document }), {
          msgID: key(`${document}\n${coder}`),
        })
        return done.duplicate ? 0 : 1
      } catch (error) {
        if (error instanceof JetStreamApiError && error.code === TAKEN) return 0
        if (i === TRIES || nc.isClosed()) throw unreachable({ servers: [nc.getServer()] }, 'the log takes no announcements', error)
        await pause(PAUSE_MS)
        await make().catch(() => {})
      }
    }
  }

  const inFull = async (name: string): Promise<{ readonly subjects: readonly string[] }> => {
    const { state } = await jsm.streams.info(name, { subjects_filter: '>' })
    return { subjects: Object.keys(state.subjects ?? {}) }
  }
  const lastOf = async <T>(stream: string, subject: string): Promise<T | undefined> =>
    (await jsm.streams.getMessage(stream, { last_by_subj: subject }).catch(() => null))?.json<T>()

  return {
    async announce(documents, coder) {
      let fresh = 0
      const once = [...new Set(documents)]
      for (let i = 0; i < once.length; i += FLIGHT)
        for (const count of await Promise.all(once.slice(i, i + FLIGHT).map((it) => announce(it, coder)))) fresh += count
      return fresh
    },
    async take(limit, wait) {
      if (!up()) {
        await pause(Math.max(wait, 50))
        return []
      }
      const { messages, gone } = await pull(nc, names, limit, wait)
      // A broker that lost its disk comes back without streams.
      if (gone) await make().catch(() => pause(PAUSE_MS))
      return messages.map((it) =>
        delivery(it, (buried) => js.publish(names.subject('buried', key(buried.document)), JSON.stringify(buried))),
      )
    },
    async backlog() {
      const [work, consumer, buried] = await Promise.all([
        jsm.streams.info(names.work),
        jsm.consumers.info(names.work, names.consumer),
        jsm.streams.info(names.buried),
      ])
      const { messages, first_ts } = work.state
      return {
        waiting: consumer.num_pending,
        taken: consumer.num_ack_pending,
        buried: buried.state.messages,
        lag: messages === 0 ? 0 : Math.max(0, (Date.now() - Date.parse(first_ts)) / 1000),
      }
    },
    async buried() {
      const { subjects } = await inFull(names.buried)
      const found = await Promise.all(subjects.slice(0, LISTED).map((it) => lastOf<Buried>(names.buried, it)))
      return found.filter((it) => it !== undefined)
    },
    async report(report) {
      await js.publish(names.subject('worker', key(report.name)), JSON.stringify(report))
    },
    async workers() {
      const { subjects } = await inFull(names.workers)
      const found = await Promise.all(subjects.map((it) => lastOf<WorkerReport>(names.workers, it)))
      return found.filter((it) => it !== undefined)
    },
    async tried(document) {
      const subject = names.subject('trial', key(document))
      await js.publish(subject)
      const { state } = await jsm.streams.info(names.trials, { subjects_filter: subject })
      return state.subjects?.[subject] ?? 1
    },
    cleared: async (document) => void (await jsm.streams.purge(names.trials, { filter: names.subject('trial', key(document)) })),
    close: () => nc.drain().catch(() => nc.close()),
  }
}

/** A message as a delivery. An acknowledgement that does not arrive is no error: the document comes again, and its marker says that it is done. */
function delivery(message: Msg, keep: (it: Buried) => Promise<unknown>): Delivery {
  const { document } = message.json<{ document: string }>()
  const attempt = timesOf(message)
  const ack = async (): Promise<void> => void message.respond('+ACK')
  return {
    document,
    attempt,
    ack,
    giveBack: async () => void message.respond('-NAK'),
    hold: () => void message.respond('+WPI'),
    bury: async (why) => {
      await keep({ document, why, attempts: attempt })
      await ack()
    },
  }
}
