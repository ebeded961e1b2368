import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { problem } from '../reasons.js'

// Addresses of the user's own machine and network are refused, whatever name or redirect leads to them: the check is made on the very address that is connected to.

const CLOSED4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4'
const closed4 = new BlockList()
for (const net of CLOSED4.split(' ')) closed4.addSubnet(net.split('/')[0]!, Number(net.split('/')[1]), 'ipv4')
/** Of IPv6 only global unicast is open, less documentation, tunnels and everything that wraps an IPv4 address (2002::/16, 2001::/32). */
const open6 = new BlockList()
open6.addSubnet('2000::', 3, 'ipv6')
const closed6 = new BlockList()
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed6.addSubnet(net, bits, 'ipv6')

/** Whether an IP address is one of the open net. IPv6 addresses that wrap IPv4 ones (mapped, NAT64, 6to4) are never open. */
export function isOpen(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').split('%')[0]!
  const kind = isIP(bare)
  if (kind === 4) return !closed4.check(bare, 'ipv4')
  return kind === 6 && open6.check(bare, 'ipv6') && !closed6.check(bare, 'ipv6')
}

/** Ports on which pages are served; others belong to mail, databases and the like. The default ports of http and https are the empty one. */
const PORTS = new Set(['', '80', '443', '8080', '8443'])

/** An http(s) address without a user, on a port of the web, or a `Problem`. Literal IP addresses are checked here, names when they are connected to. */
export function checkedAddress(text: string, base: string | undefined, allowPrivate: boolean): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw problem('bad-address', text.slice(0, 200), 'is no http or https address')
  if (url.username || url.password) throw problem('blocked-address', url.host, 'the address holds a user or password')
  if (!allowPrivate && !PORTS.has(url.port)) throw problem('blocked-address', url.host, 'is on a port that serves no pages')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const literal = isIP(host) !== 0
  if (!allowPrivate && ((literal && !isOpen(host)) || /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/i.test(host)))
    throw problem('blocked-address', url.host, 'is a private or loopback address')
  return url
}

/** A `lookup` for sockets that gives only open addresses; a name with any closed address is refused whole. */
export const openLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 4)
    const first = addresses[0]
    if (!first || addresses.some(({ address }) => !isOpen(address))) {
      return callback(problem('blocked-address', hostname, 'leads to a private or loopback address') as NodeJS.ErrnoException, '', 4)
    }
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family)
  })
}
