import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { headers, LOOPBACK, ownOrigin, showsToken, withToken } from './guard.js'

const app = (hosts: Parameters<typeof ownOrigin>[0] = LOOPBACK): Hono =>
  new Hono().use(headers, ownOrigin(hosts)).all('/thing', (c) => c.text('inside'))
/** The status of a request; `to` is the name in the address, `host` the one in the header. */
const ask = async (method: string, more: Record<string, string> = {}, to = 'localhost:8080', hosts?: Parameters<typeof ownOrigin>[0]) =>
  (await app(hosts).request(`http://${to}/thing`, { method, headers: more })).status
const JSON_BODY = { 'content-type': 'application/json' }

test('it answers to its own names alone, on any port, in any case, on every method', async () => {
  for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    for (const host of ['localhost', 'LOCALHOST:1', '127.0.0.1:8080', '[::1]', '[::1]:99'])
      expect(await ask(method, { host, ...JSON_BODY }), `${method} ${host}`).toBe(200)
    for (const host of ['evil.example', 'localhost.evil.example', 'localhost:1:2', '127.0.0.2', '[::2]', '', 'localhost:x', 'notlocalhost'])
      expect(await ask(method, { host, ...JSON_BODY }), `${method} ${host}`).toBe(421)
  }
  // The name in the address counts as much as the one in the header.
  expect(await ask('GET', {}, 'evil.example')).toBe(421)
  expect(await ask('GET', { host: 'localhost' }, 'evil.example')).toBe(421)
})

test('a server that asks for a token answers to any name', async () => {
  expect(await ask('GET', { host: 'ledger.example' }, 'ledger.example', 'any')).toBe(200)
})

test('what is no plain read must come from its own origin', async () => {
  const own = { host: 'localhost:8080', ...JSON_BODY }
  for (const origin of ['http://localhost:8080', 'https://localhost:8080']) expect(await ask('POST', { ...own, origin })).toBe(200)
  for (const origin of ['http://evil.example', 'http://localhost', 'http://127.0.0.1:8080', 'null', '', 'ftp://localhost:8080'])
    for (const method of ['POST', 'PUT', 'DELETE']) expect(await ask(method, { ...own, origin }), `${method} ${origin}`).toBe(403)
  // Without a host in the header, the address tells the origin.
  expect(await ask('POST', { ...JSON_BODY, origin: 'http://localhost:8080' })).toBe(200)
  expect(await ask('POST', { ...JSON_BODY, origin: 'http://localhost:1' })).toBe(403)
  for (const method of ['GET', 'HEAD']) expect(await ask(method, { ...own, origin: 'http://evil.example' })).toBe(200)
})

test('a browser that says from which site it asks is believed', async () => {
  const from = (site: string, method = 'POST') => ask(method, { ...JSON_BODY, 'sec-fetch-site': site })
  expect(await Promise.all(['same-origin', 'none', 'same-site', 'cross-site', ''].map((it) => from(it)))).toEqual([200, 200, 403, 403, 403])
  expect(await from('cross-site', 'GET')).toBe(200)
})

test('a body is JSON: what a form can send is none', async () => {
  const sent = (type?: string, method = 'POST') => ask(method, type === undefined ? {} : { 'content-type': type })
  for (const type of ['application/json', 'Application/JSON', 'application/json; charset=utf-8']) expect(await sent(type), type).toBe(200)
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'x application/json',
    'application/jsonp',
    undefined,
  ])
    expect(await sent(type), type).toBe(415)
  expect(await sent(undefined, 'DELETE')).toBe(200)
})

test('a refusal says why', async () => {
  const said = async (more: Record<string, string>, to = 'localhost') =>
    ((await (await app().request(`http://${to}/thing`, { method: 'POST', headers: more })).json()) as { error: string }).error
  expect([
    await said({}, 'evil.example'),
    await said({ origin: 'http://evil.example' }),
    await said({ 'sec-fetch-site': 'cross-site' }),
    await said({}),
  ]).toEqual([
    'this server does not answer to that name',
    'asked from another origin',
    'asked from another site',
    'the body must be application/json',
  ])
})

test('every answer, refusals too, has the headers that bind the browser', async () => {
  for (const url of ['http://localhost/thing', 'http://localhost/nothing', 'http://evil.example/thing']) {
    const { headers: of } = await app().request(url)
    const policy = Object.fromEntries(
      of
        .get('content-security-policy')!
        .split('; ')
        .map((it) => [it.split(' ')[0]!, it.split(' ').slice(1).join(' ')]),
    )
    expect(policy).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'connect-src': "'self'",
      'manifest-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': "'none'",
    })
    expect(
      ['x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy'].map((it) => of.get(it)),
    ).toEqual(['nosniff', 'no-referrer', 'same-origin', 'same-origin'])
    expect(of.get('permissions-policy')).toBe('geolocation=(), camera=(), microphone=()')
    expect(of.get('access-control-allow-origin')).toBeNull()
  }
})

test('the token is shown whole, or not at all', async () => {
  const token = 'a-token-of-some-length'
  const shown = (value?: string) => showsToken(value, token)
  expect([shown(`Bearer ${token}`), shown(token)]).toEqual([true, true])
  for (const wrong of [
    undefined,
    '',
    'Bearer ',
    `Bearer ${token}x`,
    `Bearer ${token.slice(1)}`,
    `bearer ${token}`,
    `Bearer Bearer ${token}`,
    `Bearer x${token.slice(1)}`,
  ])
    expect(shown(wrong), wrong).toBe(false)
  const guarded = new Hono().use(withToken(token)).get('/thing', (c) => c.text('inside'))
  const asked = async (authorization?: string) =>
    (await guarded.request('/thing', authorization === undefined ? {} : { headers: { authorization } })).status
  expect([await asked(`Bearer ${token}`), await asked(), await asked('Bearer x')]).toEqual([200, 401, 401])
  expect(await (await guarded.request('/thing')).json()).toEqual({ error: 'show the token: Authorization: Bearer …' })
})
