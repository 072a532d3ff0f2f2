/** The one place that puts addresses together, from what is configured and where the server really listens. */
import { BlockList, isIP, isIPv6, type AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { Config } from '#server/config.ts'

export type Addresses = Readonly<{
  /** Under which people reach the server, as far as it knows; no trailing slash. */
  url: string
  /** Under which this machine reaches it: the same, unless a public address is configured. */
  localUrl: string
  /** False when others come, over a network or a proxy, and nobody has said under which address. */
  isKnown: boolean
}>

type Settings = Pick<Config, 'BIND_HOST' | 'PUBLIC_BASE_URL' | 'TRUST_PROXY'>

export function addressesOf(
  settings: Settings,
  { address, port }: Pick<AddressInfo, 'address' | 'port'>,
): Addresses {
  const { BIND_HOST: host, PUBLIC_BASE_URL: configured, TRUST_PROXY: proxies } = settings
  const isOpen = !loopback.check(address, familyOf(address))
  const localUrl = originOf(host, { address, port })
  return { url: configured ?? localUrl, localUrl, isKnown: configured !== null || (!isOpen && proxies === 0) }
}

/** Where one can go to what listens here: a name as it was given, of an address one that leads there, IPv6 in brackets. */
export function originOf(given: string, { address, port }: Pick<AddressInfo, 'address' | 'port'>): string {
  const host = isIP(given) === 0 ? given : hostFor(address)
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4'
}

/** "Any address" is none that one can go to, and a link-local one has no form in a URL. */
function hostFor(address: string): string {
  if (address === '0.0.0.0') return ofThisMachine('IPv4') ?? '127.0.0.1'
  if (address === '::') return ofThisMachine('IPv4') ?? ofThisMachine('IPv6') ?? '::1'
  return isLinkLocal(address) ? (ofThisMachine('IPv6') ?? address) : address
}

/** An address of this machine that others may reach; undefined without a network. */
function ofThisMachine(family: 'IPv4' | 'IPv6'): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return all.find((one) => one.family === family && !one.internal && !isLinkLocal(one.address))?.address
}

function isLinkLocal(address: string): boolean {
  return /^fe[89ab][0-9a-f]:/i.test(address)
}
