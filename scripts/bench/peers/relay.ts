/** A raw `ws` relay as a peer. */
import type { Cores } from '../cores.ts'
import { type Line, openLine } from '../load/line.ts'
import type { Seen } from '../load/seen.ts'
import { lostLines, noTraffic, type Traffic } from '../load/traffic.ts'
import { fillBy } from './fill.ts'
import { createWriter } from './idea.ts'
import { type Peer, type Phone, type Room, writing } from './peer.ts'
import { startProcess } from './process.ts'

type Place = { port: number; path: string; traffic: Traffic; seen: Seen }

const phoneOf = ({ seen, ...to }: Place, place: number | null): Phone => {
  const write = createWriter()
  let line: Line | null = null
  return {
    arrive: () =>
      new Promise((resolve, reject) => {
        let whole = false
        line = openLine(to, {
          open: () => undefined,
          message: (body) => {
            if (whole && place !== null) seen.frame(place, body)
            if (!whole) resolve(seen.holds(body))
            whole = true
          },
          closed: (code) => {
            to.traffic.lost += 1
            reject(new Error(`The relay closed a line: ${code}.`))
          },
        })
      }),
    post: async (mark) => line?.bytes(write(mark)),
    leave: () => line?.close(),
  }
}

export const startRelay = async (cores: Cores): Promise<Peer> => {
  const server = await startProcess('relayProcess.ts', cores)
  let rooms = 0
  const room = async (seen: Seen): Promise<Room> => {
    rooms += 1
    const at: Place = { port: server.port, path: `/${rooms}`, traffic: noTraffic(), seen }
    const host = phoneOf({ ...at, traffic: noTraffic() }, null)
    await host.arrive()
    return {
      traffic: at.traffic,
      fill: (ideas) => fillBy([host], ideas),
      writers: (phones, lines = writing) => phones.slice(0, lines),
      phone: async (place) => phoneOf(at, place),
      problems: async () => lostLines(at.traffic),
      close: async () => host.leave(),
    }
  }
  return { name: 'relay', pid: server.pid, room, stop: server.stop }
}
