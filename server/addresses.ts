/** Under which origins this machine can be reached, and which one phones are sent to. */
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'

export type Addresses = {
  /** Origins, most likely one first: `PUBLIC_URL`, the room's own network, then the rest. Never empty. */
  addresses(): string[]
  /** `chosen`: origin that a coach chose. `openedAt`: origin or Host header under which whoever asks opened the page. */
  joinAddress(by: { chosen: string | null; openedAt: string | null }): string
}

type Interfaces = () => NodeJS.Dict<NetworkInterfaceInfo[]>

const virtual =
  /docker|^br-|veth|virbr|vmnet|vbox|virtual|vethernet|wsl|hyper-v|utun|^tun|^tap|^wg|tailscale|^zt|zerotier|ham|vpn|podman|cni|flannel|bridge/i
const room = /^(wl|en|eth)|wi-?fi|ethernet|wlan/i
const privateIPv4 = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/

/** Lower is better. */
const rank = (name: string, { family, address }: NetworkInterfaceInfo): number => {
  if (family === 'IPv4' && address.startsWith('169.254.')) return 40
  const base = family === 'IPv4' ? (privateIPv4.test(address) ? 0 : 5) : 10
  if (virtual.test(name)) return base + 20
  return room.test(name) ? base : base + 3
}

const bracketed = (address: string): string => (address.includes(':') ? `[${address}]` : address)

export const isLoopback = (hostname: string): boolean =>
  /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|\[?::1\]?|\[?::ffff:127\..*|0\.0\.0\.0|\[?::\]?)$/i.test(hostname)

/** An http(s) origin from an origin or a Host header, else `null`. */
const originOf = (text: string | null): URL | null => {
  const url = text === null ? null : URL.parse(/^https?:\/\//.test(text) ? text : `http://${text}`)
  return url && /^https?:$/.test(url.protocol) && `${url.pathname}${url.search}${url.hash}${url.username}` === '/' ? url : null
}

const isLiteral = (hostname: string): boolean => hostname.startsWith('[') || /^\d+(\.\d+){3}$/.test(hostname)

export const createAddresses = (
  { port, host, publicUrl }: { port: () => number; host: string | null; publicUrl: string | null },
  interfaces: Interfaces = networkInterfaces,
): Addresses => {
  const local = (): string[] => {
    const at = (address: string) => `http://${bracketed(address)}${port() === 80 ? '' : `:${port()}`}`
    if (host !== null && host !== '0.0.0.0' && host !== '::') return [at(host)]
    const found = Object.entries(interfaces()).flatMap(([name, infos]) => (infos ?? []).map((info) => ({ info, rank: rank(name, info) })))
    // fe80:: needs a zone, which no browser takes in an address.
    const usable = found.filter(
      ({ info }) => !info.internal && !info.address.startsWith('fe80') && !(host === '0.0.0.0' && info.family === 'IPv6'),
    )
    return usable.length > 0 ? usable.sort((a, b) => a.rank - b.rank).map(({ info }) => at(info.address)) : [at('localhost')]
  }
  const addresses = () => [...new Set([...(publicUrl === null ? [] : [publicUrl]), ...local()])]

  return {
    addresses,
    joinAddress({ chosen, openedAt }) {
      const all = addresses()
      const here = originOf(openedAt)
      const wish = originOf(chosen)
      // An address chosen at the office is dead at the venue: a number that is no longer ours is passed over.
      if (wish && (!isLiteral(wish.hostname) || all.includes(wish.origin) || wish.origin === here?.origin)) return wish.origin
      if (publicUrl !== null) return publicUrl
      if (here && !isLoopback(here.hostname)) return here.origin
      return all[0]!
    },
  }
}
