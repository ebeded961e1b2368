#!/usr/bin/env node
// The engine of ClickHouse behind its own HTTP interface, for tests: chdb is the server's code as a library.
//   node clickhouse.mjs PORT FOLDER
// Answers what `@clickhouse/client` asks: queries and inserts by POST, values as `param_…` in the address or as parts of a form, /ping.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'

const require = createRequire(new URL('../../../out/chdb/', import.meta.url))
const { Session } = require('chdb')
const [port, folder] = process.argv.slice(2)
const session = new Session(folder)

async function asked(request) {
  const url = new URL(request.url, 'http://localhost')
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const values = new Map(url.searchParams)
  if (!request.headers['content-type']?.startsWith('multipart')) return { values, body }
  const form = await new Response(body, { headers: { 'content-type': request.headers['content-type'] } }).formData()
  for (const [name, value] of form) values.set(name, String(value))
  return { values, body: Buffer.alloc(0) }
}

async function answer(request) {
  const { values, body } = await asked(request)
  const database = values.get('database') ?? 'default'
  const params = [...values].filter(([name]) => name.startsWith('param_')).map(([name, value]) => [name.slice(6), value])
  const written = `${values.get('query') ?? ''}\n${body.toString('utf8')}`
  const format = /\bFORMAT\s+(\w+)\s*$/i.exec(written.trim())
  const sql = format && !/^\s*INSERT/i.test(written) ? written.trim().slice(0, format.index) : written
  // One after the other, and nothing is awaited between: questions share one session.
  session.query(`USE ${database}`)
  for (const [name, value] of params) session.query(`SET param_${name} = '${value.replaceAll(/['\\]/g, '\\$&')}'`)
  return session.query(sql, format?.[1] ?? 'TabSeparated')
}

createServer((request, response) => {
  if (request.url === '/ping') return void response.end('Ok.\n')
  answer(request).then(
    (text) => response.end(text),
    (error) => {
      const code = /Code: (\d+)/.exec(String(error.message))?.[1] ?? error.clickhouseCode ?? 1000
      response.writeHead(500, { 'X-ClickHouse-Exception-Code': String(code) })
      response.end(/Code: \d+/.test(error.message) ? error.message : `Code: ${code}. DB::Exception: ${error.message} (UNKNOWN)`)
    },
  )
}).listen(Number(port), '127.0.0.1')
