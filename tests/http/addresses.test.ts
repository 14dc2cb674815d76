import type { NetworkInterfaceInfo } from 'node:os'
import { describe, expect, it } from 'vitest'
import { createAddresses, isLoopback } from '../../server/addresses.ts'

const at = (address: string, internal = false): NetworkInterfaceInfo =>
  ({
    address,
    internal,
    family: address.includes(':') ? 'IPv6' : 'IPv4',
    netmask: '',
    mac: '',
    cidr: null,
    scopeid: 0,
  }) as NetworkInterfaceInfo

const laptop = () => ({
  lo: [at('127.0.0.1', true), at('::1', true)],
  docker0: [at('172.17.0.1')],
  tun0: [at('10.8.0.2')],
  wlp2s0: [at('192.168.1.20'), at('fe80::1'), at('2001:db8::20')],
})
const here = (
  given: { host?: string | null; publicUrl?: string | null; port?: number } = {},
  interfaces = laptop as () => NodeJS.Dict<NetworkInterfaceInfo[]>,
) => createAddresses({ port: () => given.port ?? 3000, host: given.host ?? null, publicUrl: given.publicUrl ?? null }, interfaces)

const nothing = { chosen: null, openedAt: null }

describe('addresses of this machine', () => {
  it('begin with the Wi-Fi of the room; containers and tunnels come last', () => {
    expect(here().addresses()).toEqual([
      'http://192.168.1.20:3000',
      'http://[2001:db8::20]:3000',
      'http://172.17.0.1:3000',
      'http://10.8.0.2:3000',
    ])
  })
  it('are only the one that it listens on', () => {
    expect(here({ host: '127.0.0.1' }).addresses()).toEqual(['http://127.0.0.1:3000'])
  })
  it('without any network there is still this machine', () => {
    expect(here({}, () => ({ lo: [at('127.0.0.1', true)] })).addresses()).toEqual(['http://localhost:3000'])
  })
  it('leave port 80 out', () => {
    expect(here({ port: 80 }).addresses()[0]).toBe('http://192.168.1.20')
  })
})

describe('the address for phones', () => {
  it('is what the coach chose, before PUBLIC_URL', () => {
    const { joinAddress } = here({ publicUrl: 'https://plein.example.nl' })
    expect(joinAddress({ chosen: 'http://10.8.0.2:3000', openedAt: null })).toBe('http://10.8.0.2:3000')
  })
  it('is never a chosen number that this machine no longer has', () => {
    expect(here().joinAddress({ chosen: 'http://192.168.178.4:3000', openedAt: null })).toBe('http://192.168.1.20:3000')
  })
  it('is PUBLIC_URL when nobody chose', () => {
    expect(here({ publicUrl: 'https://plein.example.nl' }).joinAddress({ chosen: null, openedAt: '192.168.1.20:3000' })).toBe(
      'https://plein.example.nl',
    )
  })
  it('is where whoever asks opened the page, unless that is this machine itself', () => {
    const { joinAddress } = here()
    expect(joinAddress({ chosen: null, openedAt: 'bord.local:3000' })).toBe('http://bord.local:3000')
    expect(joinAddress({ chosen: null, openedAt: 'https://bord.example.nl' })).toBe('https://bord.example.nl')
    for (const openedAt of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', null, 'onzin/%']) {
      expect(joinAddress({ chosen: null, openedAt })).toBe('http://192.168.1.20:3000')
    }
  })
  it('is the network of the room otherwise', () => {
    expect(here().joinAddress(nothing)).toBe('http://192.168.1.20:3000')
  })
  it.each(['localhost', '127.0.0.1', '127.9.9.9', '::1', '[::1]', 'x.localhost'])('%s is loopback', (name) =>
    expect(isLoopback(name)).toBe(true),
  )
  it.each(['127.example.nl', '10.0.0.1', 'localhost.nl', '[2001:db8::1]'])('%s is not loopback', (name) =>
    expect(isLoopback(name)).toBe(false),
  )
})
