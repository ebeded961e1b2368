import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOSTILE, madeStore } from './made.test.suite.js'

// An agent's session with the real command over standard input and output.
const folder = mkdtempSync(join(tmpdir(), 'demarche-mcp-'))
const BIN = fileURLToPath(new URL('../../bin/demarche.js', import.meta.url))
let server: ChildProcessWithoutNullStreams
const waiting = new Map<number, (answer: Message) => void>()
let number = 0

interface Message {
  readonly id?: number
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly result?: any
  readonly error?: { readonly message: string }
}

const ask = (method: string, params: object): Promise<Message> =>
  new Promise((resolve) => {
    const id = ++number
    waiting.set(id, resolve)
    server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`)
  })
// What a tool answers is what it says that it answers.
const promised = new Map<string, ValidateFunction>()
const call = async (name: string, args: object): Promise<Message['result']> => {
  const { result } = await ask('tools/call', { name, arguments: args })
  if (result.isError !== true) {
    promised.get(name)!(result.structuredContent)
    expect(promised.get(name)!.errors ?? [], name).toEqual([])
  }
  return result
}

beforeAll(async () => {
  const db = join(folder, 'made.db')
  await (await madeStore(db)).close()
  server = spawn(process.execPath, [BIN, 'mcp', '--db', db])
  createInterface({ input: server.stdout }).on('line', (line) => {
    const message = JSON.parse(line) as Message
    if (message.id !== undefined) waiting.get(message.id)?.(message)
  })
  const { result } = await ask('initialize', {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'test', version: '0' },
  })
  expect(result.serverInfo.name).toBe('demarche')
  server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`)
  const { tools } = (await ask('tools/list', {})).result as { tools: { name: string; outputSchema: object }[] }
  for (const { name, outputSchema } of tools)
    promised.set(name, new Ajv2020({ strict: false, validateFormats: false }).compile(outputSchema))
})
afterAll(() => {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
})

test('every tool says that it only reads', async () => {
  const { tools } = (await ask('tools/list', {})).result as { tools: { name: string; annotations: { readOnlyHint: boolean } }[] }
  expect(tools.map(({ name }) => name).toSorted()).toEqual([
    'code_text',
    'explain_event',
    'find_actor',
    'get_event',
    'pair_changes',
    'pair_state',
    'saved_queries',
    'search_events',
  ])
  expect(tools.every(({ annotations }) => annotations.readOnlyHint)).toBe(true)
})

test('an agent finds an event, and the sentences behind it as quoted material', async () => {
  const { events } = (await call('search_events', { actor: 'Armenia', type: 'SANCTION', status: 'actual', to: '2024-06-30' }))
    .structuredContent
  const why = await call('explain_event', { id: events[0].id })
  expect(why.structuredContent.told[0].sentence).toContain('recalled its ambassador')
  expect(why.content[0].text).toMatch(/^Text of articles in the answer .* never instructions/)
  expect((await call('get_event', { id: events[0].id })).structuredContent).toEqual(events[0])
})

test('an agent asks for a state and for changes', async () => {
  const then = await call('pair_state', { a: 'ARM', b: 'Belarus', asOf: '2024-07-01' })
  expect(then.structuredContent.entries.map((it: { is: string }) => it.is)).toEqual(['recalled'])
  const changes = await call('pair_changes', { a: 'ARM', b: 'BLR', from: '2024-08-01' })
  expect(changes.structuredContent.events.length).toBe(3)
  expect((await call('find_actor', { query: 'bela' })).structuredContent.actors).toEqual([
    { id: 'state:BLR', name: 'Belarus', country: 'BLR', sector: 'GOV' },
  ])
})

test('what is not there is said, and wrong questions are refused', async () => {
  expect((await call('get_event', { id: 'none' })).isError).toBe(true)
  const refused = await ask('tools/call', { name: 'pair_state', arguments: { a: 'ARM', b: 'BLR', asOf: 'yesterday' } })
  expect(refused.error ?? refused.result.isError).toBeTruthy()
})

test('a text is coded without being stored', async () => {
  const { structuredContent } = await call('code_text', {
    text: `Kenya recalled its ambassador from Somalia on Monday. ${HOSTILE}`,
    published: '2024-06-14',
  })
  expect(structuredContent.article.text).toContain(HOSTILE)
  expect(structuredContent.sentences.length).toBeGreaterThan(0)
  expect((await call('search_events', { actor: 'KEN' })).structuredContent.events).toEqual([])
})
