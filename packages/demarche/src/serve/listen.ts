import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { Problem } from '../text/index.js'

export interface Listening {
  readonly port: number
  close(): Promise<void>
}

/** Opens a socket with limits: 16 KiB of headers, 30 s a request, 100 connections. Throws a `Problem` when the port is taken. */
export async function listen(app: Hono, host: string, port: number): Promise<Listening> {
  const server: Server = createServer(
    { maxHeaderSize: 16_384, requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 },
    getRequestListener(app.fetch),
  )
  server.maxConnections = 100
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new Problem(
          {
            reason: 'no-port',
            place: `${host}:${port}`,
            fault: cause.code === 'EADDRINUSE' ? 'another program listens there' : cause.message,
            cure: 'choose another with --port',
          },
          { cause },
        ),
      ),
    )
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
