import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Handler } from 'hono'

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  txt: 'text/plain; charset=utf-8',
  png: 'image/png',
}

/** Serves the built page: its files by name, and for any other address its one document, which reads the address itself. */
export function servePage(folder: URL): Handler {
  return (c) => {
    const path = new URL(c.req.url).pathname
    const name = /^\/(assets\/)?[\w-]+(\.[\w-]+)*\.\w+$/.test(path) ? path.slice(1) : 'index.html'
    const file = new URL(name, folder)
    if (!existsSync(file))
      return name === 'index.html' ? c.text('The page is not built; the API is at /api/openapi.json.', 404) : c.text('not found', 404)
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
    // Names of assets hold a hash of their content.
    const headers = {
      'Content-Type': type,
      'Cache-Control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      Vary: 'Accept-Encoding',
    }
    const content = readFileSync(file)
    return /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
      ? c.body(new Uint8Array(gzipSync(content, { level: 5 })), 200, { ...headers, 'Content-Encoding': 'gzip' })
      : c.body(content, 200, headers)
  }
}
