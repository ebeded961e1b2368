import { randomBytes } from 'node:crypto'
import { bundlePart, coderVersion } from '../bundle.js'
import type { RuleBook } from '../coding/index.js'
import { createApp, FOREIGN, listen, LOOPBACK, sqlAsker, type Served } from '../serve/index.js'
import type { Store } from '../store/index.js'
import { contentId, Problem } from '../text/index.js'
import { Usage } from './exit.js'
import { handsFor, type Hands } from './hands/index.js'
import { openStore } from './store.js'

/** The built page inside the package. */
const PAGE = new URL('../web/', import.meta.url)

/** What a server over the ledger at `path` answers from; `close` ends its worker. `store` is open for reading and is the caller's to close. */
export function servedFrom(
  store: Store,
  path: string,
  sql = false,
): Served & { readonly token: string; readonly close: () => Promise<void> } {
  let hands: Hands | undefined
  const working = (): Hands => (hands ??= handsFor({ threads: 1 }))
  const token = tokenGiven(process.env[TOKEN]) ?? randomBytes(24).toString('base64url')
  return {
    store,
    token,
    close: async () => hands?.close(),
    book: bundlePart('rules') as RuleBook,
    version: coderVersion(),
    page: PAGE,
    ...(sql ? { sql: sqlAsker(path) } : {}),
    code: async (text, published) => {
      const known = {
        id: contentId('text', text),
        ...(published === undefined ? {} : { published: { day: published, basis: 'given' as const } }),
      }
      const row = await working().run({ do: 'code', pending: { input: { path: '-' }, known, content: { kind: 'text', text } } })
      if ('failure' in row) throw new Problem({ ...row.failure, fault: row.failure.fault ?? row.failure.reason })
      return row
    },
    reasons: (document) => working().run({ do: 'explain', document }),
    correcting: {
      token,
      now: () => new Date().toISOString(),
      write: async (work) => {
        const writer = await openStore(path, 'write')
        try {
          await work(writer)
        } finally {
          await writer.close()
        }
      },
    },
  }
}

/** The variable with the token that others than this machine must show: several servers behind one address need the same. */
const TOKEN = 'DEMARCHE_TOKEN'
const SHORTEST = 24

/** The token of the environment; undefined where there is none, and then each server makes its own. Throws a `Usage` for one that could be guessed. */
function tokenGiven(token = ''): string | undefined {
  if (token === '') return undefined
  if (!/^[\w.~-]+$/.test(token) || token.length < SHORTEST)
    throw new Usage(`${TOKEN}: write at least ${SHORTEST} letters, digits, - or _, such as \`openssl rand -hex 24\` gives`)
  return token
}

/** Options of every command that opens a port. */
export const portArgs = {
  host: {
    type: 'string',
    description:
      'the address to listen on; others than this machine must show the token (DEMARCHE_TOKEN, else a new one, which is printed)',
    default: '127.0.0.1',
    valueHint: 'ADDRESS',
  },
  port: { type: 'string', description: 'the port; 0 takes a free one', default: '4477', valueHint: 'NUMBER' },
} as const

/** Serves until the program is interrupted. Prints the address, which holds the token in the part that browsers do not send. */
export async function serveUntilStopped(
  served: ReturnType<typeof servedFrom>,
  { host, port }: { readonly host: string; readonly port: string },
  path = '',
): Promise<void> {
  const number = Number(port)
  if (!Number.isInteger(number) || number < 0 || number > 65_535) throw new Usage(`--port: “${port}” is no port`)
  const name = host.includes(':') ? `[${host}]` : host
  const own = LOOPBACK.includes(name)
  const app = createApp(served, own ? {} : { guarded: served.token })
  const server = await listen(app, host, number, ...(own ? [] : [FOREIGN]))
  // A token that was given is known to whoever needs it, and belongs in no log.
  const shown = process.env[TOKEN] ? '' : `#token=${served.token}`
  process.stderr.write(`demarche: serving http://${name}:${server.port}${path}${shown}\n`)
  process.stderr.write(`demarche: API /api/openapi.json, agents /mcp, feeds /api/events.atom and .ics; Ctrl-C stops\n`)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await server.close()
  await served.close()
}
