import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { Problem } from '../text/index.js'
import { rateLimiter, type Rate } from './rate.js'

export interface Listening {
  readonly port: number
  close(): Promise<void>
}

/** For programs on this machine. */
const OWN: Rate = { burst: 5000, second: 2000 }
/** For everybody else. */
export const FOREIGN: Rate = { burst: 200, second: 50 }

/** Opens a socket with limits: 16 KiB of headers, 30 s a request, 100 connections, so many requests a second and client. Throws a `Problem` when the port is taken. */
export async function listen(app: Hono, host: string, port: number, rate: Rate = OWN): Promise<Listening> {
  const wait = rateLimiter(rate, () => performance.now())
  const answer = getRequestListener(app.fetch)
  const server: Server = createServer(
    { maxHeaderSize: 16_384, requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 },
    (request, response) => {
      const seconds = wait(request.socket.remoteAddress ?? '')
      if (seconds === 0) return void answer(request, response)
      response.writeHead(429, { 'Retry-After': String(seconds), 'Content-Type': 'application/json' })
      response.end('{"error":"too many requests"}')
      request.resume()
    },
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
