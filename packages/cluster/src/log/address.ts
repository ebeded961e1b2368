import { Problem } from 'demarche/text'

export interface LogAddress {
  readonly servers: readonly string[]
  readonly tls: boolean
  readonly user?: string
  readonly pass?: string
  readonly token?: string
  /** What streams and subjects are called by: several ledgers can share one broker. */
  readonly name: string
  /** How many brokers of a cluster keep each stream, where the address says so. */
  readonly replicas?: number
}

/** Reads `nats://user:password@host:port,host:port/name?replicas=3` (`tls://` for encryption; `token@` in place of user and password). */
export function readAddress(text: string): LogAddress {
  const match = /^(nats|tls):\/\/(?:([^@/]*)@)?([^/?]+)(?:\/([^?]*))?(?:\?replicas=([1-5]))?$/.exec(text)
  const [, scheme, who, hosts = '', name = '', replicas] = match ?? []
  if (!match || !/^[\w-]*$/.test(name))
    throw new Problem({
      reason: 'bad-address',
      place: '--log',
      fault: 'this is no address of a log of work',
      cure: 'write nats://host:4222, or nats://user:password@a:4222,b:4222/name?replicas=3',
    })
  const [user = '', pass] = (who ?? '').split(':').map(decodeURIComponent)
  return {
    servers: hosts.split(','),
    tls: scheme === 'tls',
    ...(who === undefined ? {} : pass === undefined ? { token: user } : { user, pass }),
    name: name || 'demarche',
    ...(replicas === undefined ? {} : { replicas: Number(replicas) }),
  }
}
