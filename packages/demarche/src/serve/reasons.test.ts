import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bundlePart, explainArticle, ledgerEffects, loadPipeline } from '../pipeline.js'
import { codedText, hold } from './coded.test.suite.js'
import type { RuleBook } from '../coding/index.js'
import { openSqlite } from '../store/index.js'
import { createApp } from './app.js'
import * as S from './schemas.js'
import type { ModelOpinion, Served } from './served.js'

// Real coding of two sentences: one whose words two rules take, one that is denied.
const TEXTS = {
  traded: 'Kenya and Somalia traded accusations over the islets on Monday.',
  denied: 'Norway did not recall its ambassador from Chile.',
}
const folder = mkdtempSync(join(tmpdir(), 'demarche-reasons-'))
const store = openSqlite({ path: join(folder, 'a.db'), access: 'write', effects: ledgerEffects() })
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})
const pipeline = loadPipeline()
const rows = Object.entries(TEXTS).map(([id, text]) => codedText(pipeline, id, text, '2024-03-05'))
await hold(store, rows, 'made')
const claim = rows[0]!.claims[0]!.id
const OPINION: ModelOpinion = {
  id: 'opinion-1',
  model: 'a-model',
  day: '2024-03-06',
  document: 'traded',
  claim,
  readings: [{ letter: 'A', rule: 'accuse', codes: 'ACCUSE disapprove 111' }],
  promptHash: '0'.repeat(64),
  answer: 'A',
  choice: 'A',
}
const served: Served = {
  store,
  book: bundlePart('rules') as RuleBook,
  version: '1',
  reasons: async ({ article }) => explainArticle(pipeline, article),
}
const app = createApp(served)
const asked = async (id: string, of = app) => S.ReasonsAnswer.parse(await (await of.request(`/api/documents/${id}/reasons`)).json())

test('the reasons of a claim name what was read, the rule with its line, and the rivals with why they lost', async () => {
  const { reasons, others, opinions } = await asked('traded')
  expect(others).toEqual([])
  expect(opinions).toEqual([])
  const [it] = reasons
  expect(it!.claim).toBe(claim)
  expect(it!.rule.line).toBeGreaterThan(0)
  expect(it!.rivals).toContainEqual(expect.objectContaining({ rule: 'accuse', lost: 'the winner is declared over it' }))
  for (const { text, span } of it!.roles) expect(TEXTS.traded.slice(span.from, span.to)).toBe(text)
})

test('and what would have changed its code', async () => {
  const { reasons } = await asked('denied')
  expect(reasons[0]!.act.because.join()).toContain('“not”')
  expect(reasons[0]!.whatIf).toContainEqual({ change: 'without “not”', codes: expect.stringMatching(/^SANCTION withdraw .*actual$/) })
})

test('opinions stand apart from the reasons, and change none', async () => {
  const other = { ...OPINION, id: 'opinion-2', claim: 'claim-of-another' }
  const told = await asked('traded', createApp({ ...served, opinions: () => [OPINION, other] }))
  expect(told.opinions).toEqual([OPINION])
  expect(told.reasons).toEqual((await asked('traded')).reasons)
  const [event] = (await store.events({ limit: 9 })).events.filter(({ claims }) => claims.some(({ id }) => id === claim))
  expect(JSON.stringify(event)).not.toContain('a-model')
})

test('claims of another coder are named, not explained', async () => {
  const old = createApp({
    ...served,
    reasons: async ({ article }) => explainArticle(pipeline, { ...article, text: 'Norway thanked Chile.' }),
  })
  expect(await asked('traded', old)).toMatchObject({ reasons: [], others: [claim] })
})

test('what is not there is 404, and what can no longer be coded says why', async () => {
  expect((await app.request('/api/documents/none/reasons')).status).toBe(404)
  const failure = { reason: 'cpu-limit', place: 'made', fault: 'takes more than 2 s of CPU time', cure: 'raise the limit' }
  const slow = createApp({ ...served, reasons: async ({ id, input }) => ({ schema: 1, id, input, failure }) })
  const answer = await slow.request('/api/documents/traded/reasons')
  expect([answer.status, await answer.json()]).toEqual([422, { error: failure.fault, cure: failure.cure }])
})

test('an agent is told the same, opinions as opinions', async () => {
  const event = await store.eventOfClaim(claim)
  const answer = await createApp({ ...served, opinions: () => [OPINION] }).request('/mcp', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'explain_event', arguments: { id: event!.id } },
    }),
  })
  const body = (await answer.text()).replace(/^(event:.*\n)?data: /, '')
  const { structuredContent } = (
    JSON.parse(body) as { result: { structuredContent: { reasons: { rivals: { rule: string }[] }[]; opinions: unknown[] } } }
  ).result
  expect(structuredContent.reasons[0]!.rivals.map(({ rule }) => rule)).toContain('accuse')
  expect(structuredContent.opinions).toEqual([OPINION])
})
