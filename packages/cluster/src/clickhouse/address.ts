import { Problem } from 'demarche/text'

export interface ReadAddress {
  /** The address of its HTTP interface. */
  readonly url: string
  readonly username: string
  readonly password: string
  readonly database: string
  /** The address as it may be shown: without a password. */
  readonly shown: string
}

/** Reads `clickhouse://user:password@host:8123/database`, with `?secure=true` for encryption. */
export function readAddress(text: string): ReadAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const options = [...(url?.searchParams ?? [])].map(([name, value]) => `${name}=${value}`)
  const database = url?.pathname.slice(1) || 'demarche'
  if (
    !url ||
    url.protocol !== 'clickhouse:' ||
    url.hostname === '' ||
    !/^\w+$/.test(database) ||
    options.some((it) => it !== 'secure=true')
  )
    throw new Problem({
      reason: 'bad-address',
      place: '--read',
      fault: 'this is no address of a read model',
      cure: 'write clickhouse://host:8123/database, or clickhouse://user:password@host:8443/database?secure=true',
    })
  const secure = options.length > 0
  const host = `${url.hostname}:${url.port || (secure ? '8443' : '8123')}`
  return {
    url: `${secure ? 'https' : 'http'}://${host}`,
    username: decodeURIComponent(url.username) || 'default',
    password: decodeURIComponent(url.password),
    database,
    shown: `clickhouse://${host}/${database}`,
  }
}
