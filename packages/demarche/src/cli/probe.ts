import { createServer } from 'node:http'
import { Problem } from '../text/index.js'

/** What a worker answers to whoever watches it. */
export interface Probes {
  readonly metrics: () => Promise<string>
  /** Throws or waits too long when the worker cannot work now. */
  readonly ready: () => Promise<void>
}

const PATIENCE_MS = 3000

/** Answers `/metrics` (OpenMetrics), `/healthz` (it lives) and `/readyz` (it can work). Returns the port and how to close. Throws a `Problem` when the port is taken. */
export async function openProbe(probes: Probes, host: string, port: number): Promise<{ readonly port: number; close(): void }> {
  const server = createServer((request, response) => {
    const send = (status: number, type: string, body: string): void => void response.writeHead(status, { 'content-type': type }).end(body)
    const path = (request.url ?? '').split('?')[0]
    const failed = (error: unknown): void =>
      send(503, 'text/plain; charset=utf-8', `${error instanceof Error ? error.message : String(error)}\n`)
    if (path === '/healthz') send(200, 'text/plain; charset=utf-8', 'ok\n')
    else if (path === '/readyz') patient(probes.ready()).then(() => send(200, 'text/plain; charset=utf-8', 'ready\n'), failed)
    else if (path === '/metrics')
      probes.metrics().then((it) => send(200, 'application/openmetrics-text; version=1.0.0; charset=utf-8', it), failed)
    else send(404, 'text/plain; charset=utf-8', 'there are /metrics, /healthz and /readyz\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new Problem({ reason: 'no-port', place: `${host}:${port}`, fault: cause.message, cure: 'choose another with --port' }, { cause }),
      ),
    )
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

const patient = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([work, new Promise<never>((_, reject) => setTimeout(reject, PATIENCE_MS, new Error('no answer in time')).unref())])
